/**
 * The page around the preview: the site on the left, the mail on the right, and above them how far the check has come. In a narrow
 * window one of the two is shown. The server tells of what is new; then the left is loaded again, and both stay where they were.
 */
export const framePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<link rel="stylesheet" href="/frame.css">
<script src="/frame.js" defer></script>
</head>
<body data-shown="pages">
<header>
<h1>Preview</h1>
<p id="status" role="status">Building</p>
<div class="switch" role="group" aria-label="What is shown">
<button type="button" data-show="pages" aria-pressed="true">Pages</button>
<button type="button" data-show="mail" aria-pressed="false">Mail</button>
</div>
</header>
<pre id="failure" role="alert" hidden></pre>
<main>
<iframe id="pages" title="Pages"></iframe>
<section id="mail" aria-label="Mail" tabindex="0"><pre id="mail-text"></pre></section>
</main>
</body>
</html>
`;

export const frameStyle = `
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fefefd; --panel: #f4f4f1; --line: #767b80; --accent: #0a529c; --bad: #a81c15; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dde1e6; --paper: #15181b; --panel: #1e2226; --line: #868d95; --accent: #86b9f7; --bad: #ff9a90; }
}
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; height: 100dvh; display: flex; flex-direction: column; color: var(--ink); background: var(--paper); font: 1rem/1.4 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .35rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line); }
h1 { font-size: 1rem; margin: 0; }
p { margin: 0; }
#failure { margin: 0; padding: .75rem 1rem; max-height: 40vh; overflow: auto; color: var(--bad); border-bottom: 2px solid var(--bad); white-space: pre-wrap; overflow-wrap: anywhere; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 40rem); }
iframe { width: 100%; height: 100%; border: 0; }
#mail { overflow: auto; border-left: 1px solid var(--line); padding: 1rem; }
#mail pre { margin: 0; font: .8125rem/1.4 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.switch { display: none; margin-left: auto; }
.switch button { font: inherit; min-height: 2.25rem; padding: .2rem .8rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); cursor: pointer; }
.switch button[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); font-weight: 600; text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
@media (max-width: 64rem) {
  .switch { display: flex; gap: .25rem; }
  main { grid-template-columns: minmax(0, 1fr); }
  #mail { border-left: 0; }
  [data-shown="pages"] #mail, [data-shown="mail"] iframe { display: none; }
}
`;

export const frameScript = `(() => {
  const pages = document.getElementById('pages');
  const mail = document.getElementById('mail-text');
  const status = document.getElementById('status');
  const failure = document.getElementById('failure');
  const words = {
    checking: 'The verdicts are being checked',
    checked: 'Checked',
    failed: 'The text cannot be shown',
  };

  const folder = () => {
    const parts = pages.contentWindow.location.pathname.split('/');
    return parts.length > 3 ? parts[2] : '';
  };
  const loadMail = async () => {
    const answer = await fetch('/mail/' + folder());
    const text = answer.ok ? await answer.text() : '';
    if (mail.textContent !== text) mail.textContent = text;
  };
  pages.addEventListener('load', () => void loadMail().catch(() => {}));

  let shown = '';
  const events = new EventSource('/events');
  events.addEventListener('message', ({ data }) => {
    const { kind, text, build } = JSON.parse(data);
    status.textContent = words[kind];
    failure.hidden = kind !== 'failed';
    failure.textContent = text || '';
    if (build === 0 || build === shown) return;
    if (shown === '') pages.src = '/pages/index.html';
    else pages.contentWindow.location.reload();
    shown = build;
  });
  events.addEventListener('error', () => {
    status.textContent = 'The server has ended';
  });

  for (const button of document.querySelectorAll('[data-show]')) {
    button.addEventListener('click', () => {
      document.body.dataset.shown = button.dataset.show;
      for (const one of document.querySelectorAll('[data-show]')) one.setAttribute('aria-pressed', String(one === button));
    });
  }
})();
`;
