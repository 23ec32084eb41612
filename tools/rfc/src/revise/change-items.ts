/**
 * The list "Changes in vN", from the difference to the revision before.
 *
 * What the tool writes is one sentence at the start of an item; what follows it in the item is the author's, and so is every
 * item that does not start like this. An item is known again by what it is about, not by its words: a clause that was
 * weaker and is now gone keeps what the author said of it.
 */
import { isClauseId } from '@quiesce/contract';
import type { ClauseChange, ClauseDifference } from '../diff/clause-difference.js';
import type { RfcDifference } from '../diff/diff-rfcs.js';

export interface ChangeItem {
  /** What it is about: a clause, or all clauses, options or objections of one kind. */
  readonly key: string;
  /** With a full stop. */
  readonly sentence: string;
}

/** What an item of the list in the text says. `key` is undefined for one that the author has written. */
export interface WrittenItem {
  readonly key: string | undefined;
  /** What the author has added to it, or all of it. */
  readonly own: string;
}

/** Clauses of which each has an item of its own. */
const alone: readonly (readonly [ClauseChange, string])[] = [
  ['removed', 'Removed'],
  ['weakened', 'Weaker'],
  ['changed', 'Changed'],
  ['strengthened', 'Stronger'],
  ['renamed', 'Renamed'],
];

const states = ['open', 'answered', 'accepted', 'withdrawn', 'overruled'] as const;
const groups = [
  'New',
  'More options',
  'Fewer options',
  'Reworded',
  'Relinked',
  'New objections',
  ...states.map((state) => `Objections ${state}`),
];

const nothing: ChangeItem = { key: 'nothing', sentence: 'No clause has changed.' };

/** Never empty: that nothing has changed is an item as well. */
export function changeItems({ clauses, frontMatter, objections }: RfcDifference): readonly ChangeItem[] {
  const kindOf = ({ changes, fields }: ClauseDifference): ClauseChange => {
    const isExtended = fields.every(({ key, effects }) => key === 'Option' || effects[0]?.effect === 'link');
    return changes[0] === 'reworded' && isExtended && changes.includes('relinked') ? 'relinked' : changes[0]!;
  };
  const of = (change: ClauseChange) => clauses.filter((clause) => kindOf(clause) === change);
  const options = frontMatter.find(({ key }) => key === 'options');
  const items = [
    ...alone.flatMap(([change, word]) => of(change).map((clause) => itemOf(word, clause))),
    ...group('New', of('added').map(idOf)),
    ...group('More options', options?.added ?? []),
    ...group('Fewer options', options?.removed ?? []),
    ...group('Reworded', of('reworded').filter(isInOtherWords).map(idOf)),
    ...group('Relinked', of('relinked').map(idOf)),
    ...group('New objections', objections.filter(({ change }) => change === 'added').map(idOf)),
    ...states.flatMap((state) => {
      const own = objections.filter(({ change, after }) => change === 'state' && after?.state === state);
      return group(`Objections ${state}`, own.map(idOf));
    }),
  ];
  return items.length === 0 ? [nothing] : items;
}

/**
 * `text`: an item of the list, in one line. `isName`: of something that the list may be about; the item of an author may
 * start in the same way, and is then about nothing that there is.
 */
export function readItem(text: string, isName: (word: string) => boolean = isClauseId): WrittenItem {
  const own = (sentence: string) => text.slice(sentence.length).trim();
  if (text.startsWith(nothing.sentence)) return { key: nothing.key, own: own(nothing.sentence) };
  const [sentence, word, rest] = /^([A-Z][a-z]+(?: [a-z]+)?): (.+?)\.(?=\s|$)/.exec(text) ?? [];
  if (sentence === undefined || word === undefined || rest === undefined)
    return { key: undefined, own: text };
  const names = rest.split(', ');
  if (groups.includes(word) && names.every(isName)) return { key: word, own: own(sentence) };
  if (alone.some(([, known]) => known === word) && isName(names[0]!))
    return { key: names[0]!, own: own(sentence) };
  return { key: undefined, own: text };
}

/** With the reasons that concern the promise itself. */
function itemOf(word: string, { id, reasons, fields }: ClauseDifference): ChangeItem {
  const effects = fields.flatMap((field) => field.effects);
  const minor = effects.filter(({ effect }) => effect === 'wording' || effect === 'link');
  const told = reasons.filter((reason) => minor.every((one) => one.reason !== reason));
  return { key: id, sentence: `${word}: ${[id, told.join('; ')].filter((text) => text !== '').join(', ')}.` };
}

function group(word: string, names: readonly string[]): readonly ChangeItem[] {
  return names.length === 0 ? [] : [{ key: word, sentence: `${word}: ${names.join(', ')}.` }];
}

/** With every new option most of the clauses list it: that is told of the option. */
function isInOtherWords({ fields }: ClauseDifference): boolean {
  return fields.some(({ key }) => key !== 'Option');
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
