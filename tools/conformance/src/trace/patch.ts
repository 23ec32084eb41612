/**
 * A patch as the trace sees it: which clauses its trailers name, and which functions of which files it changes.
 *
 * Files are those of `git format-patch`, one mail or several in each. Any text gives patches, perhaps with nothing in them: whether a
 * patch applies is git's business.
 */
import { lineSpan, placeOf, type SourceText, sourceText, type TextPlace } from '@quiesce/contract';
import { type Hunk, readDiff } from './hunk.js';
import { findLine, type Lines, lineText, textsOf } from './lines.js';
import { readHeader } from './mail-header.js';
import { type Mention, placedIds } from './mention.js';

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
  const blank = findLine(source, { from, end }, (text) => text.trim() === '') ?? end;
  const header = readHeader(textsOf(source, { from, end: blank }));
  const isEnd = (text: string): boolean => text === '---' || text.startsWith('diff --git ');
  const messageEnd = findLine(source, { from: blank, end }, isEnd) ?? end;
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
