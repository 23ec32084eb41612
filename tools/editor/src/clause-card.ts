/** A clause on a card of Markdown: what it says, who promises it, what checks it, and what the last check said. */

import type { LastVerdict } from '@quiesce/conformance';
import { type Clause, isPromisedBy, printPropertyLink } from '@quiesce/contract';
import { escaped, paragraphs, table } from './markdown.js';
import type { ProjectIndex } from './project-index.js';

/** `options`: those that the RFC declares. */
export function clauseCard(clause: Clause, options: readonly string[], index: ProjectIndex): string {
  return paragraphs([
    `**${clause.id}**: ${clause.keyword}`,
    sentenceOf(clause),
    `*Why:* ${escaped(clause.why)}`,
    `*Promised by:* ${promisersOf(clause, options)}`,
    checkedBy(clause, index),
    ...verdictsOf(clause, index),
  ]);
}

function sentenceOf({ scope, when, unless, guarantee }: Clause): string {
  return [
    ...(scope === undefined ? [] : [`*Scope:* ${escaped(scope)}`]),
    ...(when === undefined ? [] : [`*When:* ${escaped(when)}`]),
    ...(unless === undefined ? [] : [`*Unless:* ${escaped(unless)}`]),
    `*Then:* ${escaped(guarantee)}`,
  ].join('  \n');
}

function promisersOf(clause: Clause, options: readonly string[]): string {
  const promising = options.filter((option) => isPromisedBy(clause, option));
  if (promising.length === 0) return 'no option of this RFC';
  if (promising.length === options.length) return `all options (${options.length})`;
  return promising.join(', ');
}

function checkedBy({ models, unchecked }: Clause, { models: known }: ProjectIndex): string {
  if (models.length === 0) return `*Unchecked:* ${escaped(unchecked ?? 'no reason is given')}`;
  const properties = known.flatMap(({ description }) => description.properties);
  const links = models.map((link) => {
    const property = properties.find(({ id }) => id === link.property);
    return `\`${printPropertyLink(link)}\`${property === undefined ? '' : ` (${property.kind})`}`;
  });
  return `*Checked by:* ${links.join(', ')}`;
}

function verdictsOf(clause: Clause, { verdictOf, isRead }: ProjectIndex): readonly string[] {
  const last = verdictOf(clause);
  if (last === undefined && !isRead) return ['*Last check:* being read'];
  if (last === undefined) return ['*Last check:* none that tells of this clause; `quiesce check` makes one'];
  const rows = last.clause.verdicts
    .toSorted((left, right) => Number(right.promised) - Number(left.promised))
    .map(({ option, promised, verdict, states, complete }) => [
      promised ? `**${option}**` : option,
      verdict === 'fails' && promised ? '**FAILS**' : verdict,
      complete ? counted(states) : `${counted(states)}, not complete`,
    ]);
  return [
    `*Last check*${staleWords(last)}, options that promise it first:`,
    table([['Option', 'Verdict', 'States'], ...rows]),
    ...(last.clause.strength === 'worthless' ? ['Nothing that was explored can break this clause.'] : []),
  ];
}

function staleWords({ clauseChanged, modelChanged }: LastVerdict): string {
  const changed = [...(clauseChanged ? ['the clause'] : []), ...(modelChanged ? ['the model'] : [])];
  return changed.length === 0 ? '' : ` (stale: ${changed.join(' and ')} changed since)`;
}

/** Thousands apart, whatever the machine's language. */
function counted(states: number): string {
  return String(states).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
