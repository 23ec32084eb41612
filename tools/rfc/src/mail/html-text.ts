/**
 * HTML in an RFC as the text that it stands for. Comments go, and so do the tags that only give text its looks; what else
 * stands in angle brackets stays as it is, since `list<T>` and `<linux/sched.h>` look like tags and are none.
 */

export interface HtmlText {
  readonly text: string;
  /** What is not in the text: names of tags, and `comment`. */
  readonly dropped: readonly string[];
}

const looks = new Set(
  (
    'abbr b big blockquote br center cite code dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i ' +
    'ins kbd li mark ol p pre q s samp script section small span strike strong style sub summary sup table tbody td tfoot ' +
    'th thead tr tt u ul var wbr'
  ).split(' '),
);

export function htmlText(html: string): HtmlText {
  const dropped: string[] = [];
  const drop = (name: string): string => {
    dropped.push(name);
    return '';
  };
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, () => drop('comment'))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (_, name: string) => drop(name.toLowerCase()))
    .replace(/<\/?([a-z][a-z0-9]*)(?:\s[^<>]*|\/)?>/gi, (tag, name: string) =>
      looks.has(name.toLowerCase()) ? drop(name.toLowerCase()) : tag,
    )
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name]);
  return { text, dropped: [...new Set(dropped)] };
}

export function isLineBreak(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

const entities = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;
