/** What the runs say of a change, as lines of text: the verdict, who shows it, and the run as a table. */
import { plural } from '../report/text/explored.js';
import { wrapped } from '../report/text/wrapped.js';
import type { Behaviour, BehaviourVerdict, ComparedBehaviour, ShownRun } from './behaviour.js';

/** `indent`: before each line but those of tables, which have an indentation of their own. No line feeds. */
export function renderBehaviour(behaviour: Behaviour, indent: string): readonly string[] {
  const label = `${indent}By the model: `;
  if (behaviour.kind === 'not-compared') return wrapped(label, `cannot tell: ${behaviour.reason}`);
  if (behaviour.kind === 'asked-more')
    return wrapped(label, `asks what it did before; ${alsoText(behaviour.also)}.`);
  return [
    ...wrapped(label, sentenceOf(behaviour)),
    ...wrapped(`${indent}* `, partsText(behaviour)),
    ...(behaviour.also.length === 0 ? [] : wrapped(`${indent}* `, alsoText(behaviour.also))),
    ...behaviour.gaps.flatMap((gap) => wrapped(`${indent}* `, `not compared: ${gap}`)),
    ...behaviour.runs.flatMap((run) => ['', ...renderRun(run, behaviour.permission, indent)]),
  ];
}

/**
 * In words, where text and model say different things; null where they agree, or where the model does not know. `changes`: what
 * the text says. `links`: how its links to the model changed, such as `with Model lamp/dark @tso`.
 */
export function disagreement(
  behaviour: Behaviour,
  changes: readonly string[],
  links: readonly string[],
): string | null {
  if (behaviour.kind !== 'compared' || behaviour.verdict === 'unknown') return null;
  const byText = (['weakened', 'strengthened', 'changed'] as const).find((word) => changes.includes(word));
  const text = byText ?? 'the same';
  const model = behaviour.verdict === 'same' ? 'the same' : behaviour.verdict;
  if (text === model || (byText === 'changed' && model !== 'the same')) return null;
  const told = `by its text the promise is ${text}, by the model ${model}`;
  if (model === 'the same')
    return `${told}: either the property does not follow the text, or no run that was explored comes to where they differ.`;
  // Other links ask something else, whatever the words are.
  if (links.length > 0)
    return `${told}: what is asked of the model is another thing now (${links.join(', ')}).`;
  return `${told}: either the text does not say what the property asks, or it says it in words that nobody can compare.`;
}

/** `also asked: lamp/dark @tso, lamp/lit @tso` */
function alsoText(also: readonly string[]): string {
  return `also asked: ${also.join(', ')}`;
}

function sentenceOf({ verdict, permission, parts, complete, cells, states }: ComparedBehaviour): string {
  const size = `(${plural(cells, 'cell')}, ${plural(states, 'state')})`;
  const other = complete ? 'none the other way round' : 'it is not known whether one the other way round';
  switch (verdict) {
    case 'strengthened':
      return permission
        ? `strengthened: some run uses the old permission and not the new one, ${other} ${size}.`
        : `strengthened: some run keeps the old promise and breaks the new one, ${other} ${size}.`;
    case 'weakened':
      return permission
        ? `weakened: some run uses the new permission and not the old one, ${other} ${size}.`
        : `weakened: some run breaks the old promise and keeps the new one, ${other} ${size}.`;
    case 'changed':
      return permission
        ? `changed: some run uses the old permission alone, and some run the new one alone ${size}.`
        : `changed: some run breaks the old promise alone, and some run the new one alone ${size}.`;
    case 'same': {
      const same = `the same on all runs that were explored ${size}`;
      if (parts.some(({ told }) => told)) return `${same}.`;
      return `${same}, but ${permission ? 'no run uses either' : 'no run breaks either'}, so that tells little.`;
    }
    case 'unknown':
      return `cannot tell: no run tells them apart, and not all runs were explored ${size}.`;
  }
}

const partWords: readonly BehaviourVerdict[] = ['weakened', 'changed', 'strengthened', 'unknown', 'same'];

/** `weakened in record; the same in counted, lazy (which do not promise it), seeded bugs` */
function partsText({ parts }: ComparedBehaviour): string {
  const named = ({ name, promised }: ComparedBehaviour['parts'][number]): string =>
    promised ? name : `(${name})`;
  const groups = partWords.flatMap((verdict) => {
    const own = parts.filter((part) => part.verdict === verdict);
    if (own.length === 0) return [];
    const word = verdict === 'same' ? 'the same' : verdict;
    return [
      `${word} in ${[...own]
        .sort((a, b) => Number(b.promised) - Number(a.promised))
        .map(named)
        .join(', ')}`,
    ];
  });
  const others = parts.some(({ promised }) => !promised);
  return `${groups.join('; ')}${others ? '; in brackets what does not promise the clause' : ''}`;
}

function renderRun(run: ShownRun, permission: boolean, indent: string): readonly string[] {
  const { story } = run;
  const where =
    run.mutant === null
      ? `In ${run.scenario} with option ${run.option}`
      : `In ${run.scenario}, with the seeded bug ${run.mutant}`;
  const [kept, broken] = run.shows === 'weakened' ? ['new', 'old'] : ['old', 'new'];
  const what = permission
    ? `uses the ${kept} permission and not the ${broken} one`
    : `keeps the ${kept} promise and breaks the ${broken} one`;
  if (story === null)
    return wrapped(indent, `${where} some run ${what}; the search for one to tell hit its bound.`);
  const switches = `${story.switches} context switch${story.switches === 1 ? '' : 'es'}`;
  const length = `${plural(story.steps, 'step')}, ${switches}`;
  const spared = permission ? `the ${broken} permission is not used` : `the ${kept} promise is kept`;
  const how = {
    decided: `; ${spared} however it goes on (${length})`,
    end: `, to its end (${length})`,
    cycle: `, and goes on for ever (${length})`,
  }[story.until];
  return [...wrapped(indent, `${where} this run ${what}${how}:`), '', ...story.table.trimEnd().split('\n')];
}
