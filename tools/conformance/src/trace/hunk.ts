/** The diff of a patch: its hunks, each with the functions that it changes and the comments that it adds. */
import { lineSpan, placeOf, type SourceText, type TextPlace } from '@quiesce/contract';
import { type Lines, lineText, textsOf } from './lines.js';
import { type Mention, mentionsIn } from './mention.js';
import { touchedFunctions } from './touched-functions.js';

export interface Hunk {
  /** The file that it changes, as the patch names it. */
  readonly path: string;
  /** 1-based, in the file after the patch. */
  readonly line: number;
  /** What git writes after `@@`; may be empty. */
  readonly heading: string;
  /** Those whose lines it changes. */
  readonly functions: readonly string[];
  /** All that stand in it as calls or definitions, each once; not those in lines that go. */
  readonly named: readonly string[];
  /** Of its head line, in the patch. */
  readonly place: TextPlace;
  /** Comments of the lines that it adds. */
  readonly mentions: readonly (Mention & { readonly line: number })[];
}

export interface Diff {
  readonly hunks: readonly Hunk[];
  /** Every file that it changes, also those without hunks: renamed, or not text. */
  readonly paths: readonly string[];
}

const hunkHead = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/;

/** Whatever is no diff is left out. */
export function readDiff(source: SourceText, { from, end }: Lines): Diff {
  const hunks: Hunk[] = [];
  const paths = new Set<string>();
  let old: string | undefined;
  let path: string | undefined;
  for (let line = from; line < end; line += 1) {
    const text = lineText(source, line);
    if (text.startsWith('--- ')) old = pathIn(text.slice(4));
    else if (text.startsWith('+++ ')) path = pathIn(text.slice(4)) ?? old;
    else if (text.startsWith('rename to ')) path = pathIn(text.slice('rename to '.length));
    else if (text.startsWith('diff --git ')) path = pathIn(/ ("?b\/.*)$/.exec(text)?.[1] ?? '');
    const head = hunkHead.exec(text);
    if (path !== undefined) paths.add(path);
    if (head === null || path === undefined) continue;
    const body = hunkLines(source, { from: line + 1, end }, Number(head[1] ?? 1), Number(head[3] ?? 1));
    hunks.push(hunkOf(source, path, line, head, body));
    line = body.end - 1;
  }
  return { hunks, paths: [...paths] };
}

/** As many as the head announces, or fewer if the text ends. */
function hunkLines(source: SourceText, { from, end }: Lines, old: number, fresh: number): Lines {
  let [oldLeft, freshLeft, line] = [old, fresh, from];
  for (; line < end && (oldLeft > 0 || freshLeft > 0); line += 1) {
    const mark = lineText(source, line).charAt(0);
    if (mark === '\\') continue;
    if (mark !== '+' && mark !== '-' && mark !== ' ' && mark !== '') break;
    if (mark !== '+') oldLeft -= 1;
    if (mark !== '-') freshLeft -= 1;
  }
  return { from, end: line };
}

function hunkOf(source: SourceText, path: string, at: number, head: RegExpExecArray, body: Lines): Hunk {
  const start = Number(head[2]);
  const heading = (head[4] ?? '').trim();
  const lines = textsOf(source, body);
  const mentions: Hunk['mentions'][number][] = [];
  let line = start;
  for (let index = body.from; index < body.end; index += 1) {
    const mark = lineText(source, index).charAt(0);
    if (mark === '+')
      for (const mention of mentionsIn(source, lineSpan(source, index)!, 1))
        mentions.push({ ...mention, line });
    if (mark !== '-' && mark !== '\\') line += 1;
  }
  return {
    path,
    line: start,
    heading,
    functions: isProse(path) ? [] : touchedFunctions(heading, lines),
    named: namedIn([heading, ...lines.filter((text) => !text.startsWith('-'))]),
    place: placeOf(source, lineSpan(source, at)!),
    mentions,
  };
}

/** Sentences look like definitions: text, and files such as MAINTAINERS and Kconfig. */
function isProse(path: string): boolean {
  return /(?:\.(?:md|rst|txt)|(?:^|\/)[A-Z][A-Za-z]*)$/.test(path);
}

function namedIn(lines: readonly string[]): readonly string[] {
  const names = lines.flatMap((line) => [...line.matchAll(/\b([A-Za-z_]\w*)\(/g)].map(([, name]) => name!));
  return [...new Set(names)];
}

/** Without the `a/` or `b/` in front and without what follows a tab; undefined for no file. */
function pathIn(text: string): string | undefined {
  const named = text.startsWith('"') ? unquoted(text) : (text.split('\t')[0] ?? '').trimEnd();
  if (named === '' || named === '/dev/null') return undefined;
  return named.replace(/^[ab]\//, '');
}

/** git writes a path with unusual bytes as a text of C: `"b/caf\303\251.c"`. */
function unquoted(text: string): string {
  const body = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
  const bytes = body.replace(/\\([0-7]{3}|.)/g, (_, sequence: string) =>
    sequence.length === 3
      ? String.fromCharCode(Number.parseInt(sequence, 8) & 255)
      : (named[sequence] ?? sequence),
  );
  return /^[\0-\xff]*$/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}
