/** What a run has come to, as labelled lines: the property with what it looked at, the failure, or who waits for what. */

import type { Place } from '@quiesce/contract';
import type { Fact } from '../ir/interpret.js';
import type { SignalKind, System } from '../ir/system.js';
import { factsOfModel } from '../memory/view.js';
import type { Run, Waiting } from './replay.js';
import { actionText, factText, pointOf, processName } from './step-text.js';

interface LabelledText {
  readonly label: string;
  readonly text: string;
}

const signalLabels: Readonly<Record<SignalKind, string>> = {
  violated: 'Violated',
  applies: 'Applies',
  excepted: 'Excepted',
  witnessed: 'Witnessed',
  declined: 'Declined',
};

const whenText = { step: '', state: ', in this state', end: ', at the end of the run' } as const;

export function endingText(run: Run): readonly LabelledText[] {
  const { system, ending } = run;
  switch (ending.kind) {
    case 'signal': {
      const { told } = ending;
      const property = system.properties[told.property]!;
      return [
        { label: signalLabels[told.kind], text: `${property.id}${whenText[ending.at]}` },
        { label: 'Clause', text: property.clause },
        ...factLines(system, told.because, `${property.id}: `),
        ...(ending.at === 'end' ? waitingLines(run, ending.waiting) : lastPlace(run)),
      ];
    }
    case 'failure': {
      const { message, place } = ending.failure;
      return [
        { label: 'Failure', text: message },
        ...factLines(system, run.moves.at(-1)?.tested ?? []),
        { label: 'At', text: placeText(place) },
      ];
    }
    case 'liveness': {
      const { id, clause } = system.properties[ending.property]!;
      const { loop } = ending;
      const how = loop === null ? 'in a run that ends' : 'in a run that never ends';
      const rounds = `steps ${(loop ?? 0) + 1} to ${run.moves.length} lead back to the same state, again and again`;
      return [
        { label: 'Violated', text: `${id}, ${how}` },
        { label: 'Clause', text: clause },
        ...factLines(system, ending.because, `${id}: `),
        ...(loop === null ? [] : [{ label: 'Cycle', text: rounds }]),
        ...ending.starving.map((process) => ({
          label: 'Starves',
          text: waitingText(run, { process, tested: [] }),
        })),
        ...waitingLines(run, ending.waiting),
      ];
    }
    case 'deadlock':
      return [
        { label: 'Deadlock', text: 'no process can take a step' },
        ...waitingLines(run, ending.waiting),
      ];
  }
}

/** `report.ts:41` */
export function placeText({ file, line }: Place): string {
  return `${file}:${line}`;
}

function waitingLines(run: Run, waiting: readonly Waiting[]): readonly LabelledText[] {
  return waiting.map((one) => ({ label: 'Waits', text: waitingText(run, one) }));
}

/** `tracer in utrace_barrier(): lock E0.lock, while E0.lock == true (barrier.ts:12)` */
function waitingText({ system, states }: Run, { process, tested }: Waiting): string {
  const { action, functions, place } = pointOf(system, states.at(-1)!, process);
  const where = functions.slice(-1).map((name) => ` in ${name}()`);
  const facts = factsOfModel(system, tested)
    .map((fact) => factText(system, fact))
    .join(', ');
  const why = facts === '' ? '' : `, while ${facts}`;
  return `${processName(system, process)}${where}: ${actionText(system, action)}${why} (${placeText(place)})`;
}

/** A property's own cells bear its id as a prefix, which has been said above. */
function factLines(system: System, facts: readonly Fact[], prefix = ''): readonly LabelledText[] {
  const shown = factsOfModel(system, facts);
  if (shown.length === 0) return [];
  const texts = shown.map((fact) => {
    const text = factText(system, fact);
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  });
  return [{ label: 'Because', text: texts.join(', ') }];
}

/** Of the step that made it true. */
function lastPlace({ system, states, moves }: Run): readonly LabelledText[] {
  const move = moves.at(-1);
  if (move === undefined) return [{ label: 'At', text: 'the start, before any step' }];
  const { action, place } = pointOf(system, states[moves.length - 1]!, move.process);
  return [{ label: 'At', text: action.kind === 'flush' ? actionText(system, action) : placeText(place) }];
}
