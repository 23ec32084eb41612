/** Objections as text, RFC by RFC: those that still wait for somebody first. */
import { displayText, type ObjectionState, objectionStates } from '@quiesce/contract';
import { plural } from '../report/text/explored.js';
import { type Colour, type Paint, painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import { ageOf, type ListedObjection } from './objection-list.js';

/** Columns before the text, for the longest state. */
const label = 11;
const width = 72;

const colours: Readonly<Record<ObjectionState, Colour>> = {
  open: 'red',
  answered: 'yellow',
  accepted: 'green',
  withdrawn: 'dim',
  overruled: 'dim',
};

/** `all`: how many there are without the narrowing. Ends with a line feed. */
export function renderObjections(listed: readonly ListedObjection[], all: number, colour: boolean): string {
  const paint = painter(colour);
  const documents = [...new Set(listed.map(({ document }) => document))];
  const blocks = documents.flatMap((document) => {
    const { number, title, revision, status } = document;
    const own = listed.filter((one) => one.document === document);
    return [
      wrapped('', `RFC ${number}: ${displayText(title)} (revision ${revision}, ${status})`, width),
      ...inOrder(own).map((one) => objectionLines(one, paint)),
    ];
  });
  const lines = [...blocks, wrapped('', sumText(listed, all), width)];
  return `${lines.map((block) => block.join('\n')).join('\n\n')}\n`;
}

const states = Object.keys(objectionStates) as readonly ObjectionState[];

function inOrder(listed: readonly ListedObjection[]): readonly ListedObjection[] {
  return states.flatMap((state) => listed.filter(({ objection }) => objection.state === state));
}

function objectionLines(listed: ListedObjection, paint: Paint): readonly string[] {
  const { id, from, threads, clauses, says, answer, state, by, revision, places } = listed.objection;
  const blanks = ' '.repeat(label);
  const text = (name: string, value: string): readonly string[] =>
    wrapped(`${blanks}${name.padEnd(9)}`, displayText(value), width);
  const block = `${displayText(places.block.file)}:${places.block.line}`;
  const age = ageText(listed);
  return [
    `${paint(colours[state], state.padEnd(label - 2))}  ${id}  ${block}`,
    ...text('From:', `${from}${age === '' ? '' : `, ${age}`}`),
    ...text('Against:', clauses.length === 0 ? 'the RFC as a whole' : clauses.join(', ')),
    ...text('Says:', says),
    ...(answer === undefined ? [] : text('Answer:', answer)),
    ...(by === undefined ? [] : text('By:', by)),
    ...(revision === undefined ? [] : text('In:', `revision ${revision}`)),
    ...threads.flatMap((thread) => text('Thread:', thread)),
  ];
}

function ageText(listed: ListedObjection): string {
  const age = ageOf(listed);
  if (age === undefined) return '';
  return listed.since === undefined ? 'not sent yet' : `since revision ${listed.since}`;
}

function sumText(listed: readonly ListedObjection[], all: number): string {
  if (all === 0) return 'No objection.';
  const counts = states.flatMap((state) => {
    const count = listed.filter(({ objection }) => objection.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const of =
    listed.length === all ? plural(all, 'objection') : `${listed.length} of ${plural(all, 'objection')}`;
  return `${of}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.`;
}
