/**
 * A patch as the trace sees it: which clauses its trailers name, and which functions of which files it changes.
 *
 * Files are those of `git format-patch`, one mail or several in each. Any text gives patches, perhaps with nothing in them: whether a
 * patch applies is git's business.
 */
import {
  lineSpan,
  placeOf,
  type SourceText,
  type Span,
  sourceText,
  type TextPlace,
  textOf,
} from '@quiesce/contract';
import { readHeader } from './mail-header.js';
import { type Mention, mentionsIn, placedIds } from './mention.js';
import { touchedFunctions } from './touched-functions.js';

export interface Patch {
  /** The file that it was read from. */
  readonly file: string;
  /** Without `[PATCH v2 1/3]` in front; empty if there is none. */
  readonly subject: string;
  /** With its angle brackets. */
  readonly messageId?: string;
  readonly place: TextPlace;
  readonly trailers: readonly ContractTrailer[];
  readonly hunks: readonly Hunk[];
  /** Every file that it changes, also those without hunks: renamed, or not text. */
  readonly paths: readonly string[];
}

export interface ContractTrailer extends Mention {
  /** False where it stands in another paragraph than the last, where git takes it for text. */
  readonly isTrailer: boolean;
}

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

/** Line numbers of a text, 1-based, `end` exclusive. */
interface Lines {
  readonly from: number;
  readonly end: number;
}

/** `git format-patch` begins each mail with a commit and this date; nothing else does. */
const mailStart = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001$/;

/** In the order of the text. Never throws. */
export function readPatches(file: string, text: string): readonly Patch[] {
  const source = sourceText(file, text);
  const count = source.lineStarts.length;
  const starts = [1];
  for (let line = 2; line <= count; line += 1) if (mailStart.test(lineText(source, line))) starts.push(line);
  return starts.map((from, index) => readMail(source, { from, end: starts[index + 1] ?? count + 1 }));
}

function readMail(source: SourceText, { from, end }: Lines): Patch {
  const blank = find(source, { from, end }, (text) => text.trim() === '') ?? end;
  const header = readHeader(linesOf(source, { from, end: blank }));
  const isEnd = (text: string): boolean => text === '---' || text.startsWith('diff --git ');
  const messageEnd = find(source, { from: blank, end }, isEnd) ?? end;
  const messageId = /<[^<>\s]+>/.exec(header.get('message-id') ?? '')?.[0];
  const { hunks, paths } = readDiff(source, { from: messageEnd, end });
  return {
    file: source.file,
    subject: (header.get('subject') ?? '').replace(/^(?:\[[^\]]*\][ \t]*)+/, ''),
    ...(messageId === undefined ? {} : { messageId }),
    place: placeOf(source, lineSpan(source, from) ?? { start: 0, end: 0 }),
    trailers: readTrailers(source, { from: blank, end: messageEnd }),
    hunks,
    paths,
  };
}

function readTrailers(source: SourceText, { from, end }: Lines): readonly ContractTrailer[] {
  let last = end - 1;
  while (last > from && lineText(source, last).trim() === '') last -= 1;
  let paragraph = last;
  while (paragraph > from && lineText(source, paragraph - 1).trim() !== '') paragraph -= 1;
  const trailers: ContractTrailer[] = [];
  for (let line = from; line < end; line += 1) {
    const key = /^Contract:[ \t]*/i.exec(lineText(source, line))?.[0];
    if (key === undefined) continue;
    const span = lineSpan(source, line)!;
    for (const mention of placedIds(source, span.start + key.length, span.end))
      trailers.push({ ...mention, isTrailer: line >= paragraph });
  }
  return trailers;
}

const hunkHead = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/;

function readDiff(source: SourceText, { from, end }: Lines): Pick<Patch, 'hunks' | 'paths'> {
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
  const lines = linesOf(source, body);
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
    functions: touchedFunctions(heading, lines),
    named: namedIn([heading, ...lines.filter((text) => !text.startsWith('-'))]),
    place: placeOf(source, lineSpan(source, at)!),
    mentions,
  };
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

function find(source: SourceText, { from, end }: Lines, is: (text: string) => boolean): number | undefined {
  for (let line = from; line < end; line += 1) if (is(lineText(source, line))) return line;
  return undefined;
}

function linesOf(source: SourceText, { from, end }: Lines): readonly string[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => lineText(source, from + index));
}

function lineText(source: SourceText, line: number): string {
  const span: Span | undefined = lineSpan(source, line);
  return span === undefined ? '' : textOf(source, span);
}
