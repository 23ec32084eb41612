/**
 * Changed words in lines: `[-old-]{+new+}` in plain text, colours on a terminal. A line is filled by what can be seen, so
 * colours do not count, and a change that goes over several lines is marked once in plain text and coloured in each.
 */
import type { WordRun } from '@quiesce/rfc';
import type { Colour, Paint } from '../report/text/paint.js';

type Kind = WordRun['kind'];

const colours: Readonly<Record<Kind, Colour | undefined>> = {
  same: undefined,
  added: 'green',
  removed: 'red',
};
const marks: Readonly<Record<Kind, readonly [string, string]>> = {
  same: ['', ''],
  added: ['{+', '+}'],
  removed: ['[-', '-]'],
};

export interface RunText {
  readonly paint: Paint;
  readonly colour: boolean;
  /** Columns of a line. */
  readonly width: number;
}

/** The words after a label, continued under their own start. */
export function renderRuns(
  label: string,
  runs: readonly WordRun[],
  { paint, colour, width }: RunText,
): readonly string[] {
  const indent = ' '.repeat(label.length);
  const lines: string[] = [];
  let line = label;
  let length = label.length;
  for (const word of wordsOf(colour ? runs : runs.map(marked))) {
    const size = word.reduce((sum, { text }) => sum + text.length, 0);
    if (length > label.length && length + 1 + size > width) {
      lines.push(line);
      line = indent;
      length = label.length;
    } else if (length > label.length) {
      line += ' ';
      length += 1;
    }
    line += word.map(({ kind, text }) => painted(kind, text, paint)).join('');
    length += size;
  }
  return [...lines, line.trimEnd()];
}

/** Whole lines, those that were removed with `-` before them and those that were added with `+`. */
export function renderLines(label: string, runs: readonly WordRun[], { paint }: RunText): readonly string[] {
  const signs: Readonly<Record<Kind, string>> = { same: ' ', added: '+', removed: '-' };
  return runs.flatMap(({ kind, text }) =>
    text
      .split('\n')
      .map(
        (line) => `${' '.repeat(label.length)}${painted(kind, `${signs[kind]} ${line}`.trimEnd(), paint)}`,
      ),
  );
}

function marked({ kind, text }: WordRun): WordRun {
  const [open, close] = marks[kind];
  const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/s.exec(text) ?? [];
  return { kind, text: inner === '' ? `${open}${text}${close}` : `${before}${open}${inner}${close}${after}` };
}

function painted(kind: Kind, text: string, paint: Paint): string {
  const colour = colours[kind];
  return colour === undefined || text === '' ? text : paint(colour, text);
}

/** The runs cut at spaces: a word may begin in one run and end in another. */
function wordsOf(runs: readonly WordRun[]): readonly (readonly WordRun[])[] {
  const words: WordRun[][] = [[]];
  for (const { kind, text } of runs) {
    const [first = '', ...others] = text.split(' ');
    words.at(-1)!.push({ kind, text: first });
    for (const other of others) words.push([{ kind, text: other }]);
  }
  return words.map((word) => word.filter(({ text }) => text !== '')).filter(({ length }) => length > 0);
}
