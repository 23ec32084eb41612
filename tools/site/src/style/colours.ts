/**
 * The colours of the site, as CSS variables. Each text colour has a contrast of 4.5 and more on each of the backgrounds that it stands
 * on, in the light and in the dark.
 */
export const colours = `
:root {
  color-scheme: light dark;
  --ink: #1d2126;
  --paper: #fefefd;
  --panel: #f4f4f1;
  --line: #d5d5cf;
  --muted: #575e66;
  --accent: #0a529c;
  --good: #17612c;
  --bad: #a81c15;
  --warn: #744700;
  --good-panel: #e6f3e8;
  --bad-panel: #fce8e5;
  --warn-panel: #f9eed6;
  --shade: rgb(0 0 0 / 0.12);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #dde1e6;
    --paper: #15181b;
    --panel: #1e2226;
    --line: #3a4047;
    --muted: #a2abb5;
    --accent: #86b9f7;
    --good: #77cf92;
    --bad: #ff9a90;
    --warn: #e6b95c;
    --good-panel: #1b2f22;
    --bad-panel: #3a201f;
    --warn-panel: #33291a;
    --shade: rgb(0 0 0 / 0.5);
  }
}
`;
