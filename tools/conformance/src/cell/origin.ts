/** Where a trace comes from, as its file says it: enough to compile the same system again, from the model as it is then. */
import type { Sizes, Subject } from '@quiesce/checker';
import { type Cell, type MemoryModel, memoryModels } from './cell.js';

export interface Origin {
  /** The entry file of the model; absent where there was only one. */
  readonly model?: string;
  readonly subject: Subject;
  readonly sizes: Sizes;
  readonly properties: readonly string[];
  readonly memoryModel: MemoryModel;
}

/** Plain texts, for the trace file. `model`: its entry file. */
export function originOf(
  cell: Cell,
  properties: readonly string[],
  model: string,
): Readonly<Record<string, string>> {
  const { subject, scenario, sizes, memoryModel } = cell;
  return {
    model,
    ...(subject.kind === 'option' ? { option: subject.option } : { mutant: subject.mutant }),
    scenario,
    sizes: Object.entries(sizes)
      .map(([name, size]) => `${name}=${size}`)
      .join(' '),
    properties: properties.join(' '),
    memoryModel,
  };
}

/** The origin again; a text says what is missing or wrong. */
export function readOrigin(texts: Readonly<Record<string, string>>): Origin | string {
  const { model, option, mutant, scenario, sizes = '', properties = '', memoryModel: named = 'sc' } = texts;
  const subject = subjectOf(option, mutant, scenario);
  if (subject === undefined) return 'Unexpected origin, expected an option with a scenario, or a mutant';
  const read = new Map<string, number>();
  for (const item of listOf(sizes)) {
    const match = /^([^=]+)=(-?[0-9]+)$/.exec(item);
    if (match === null) return `Unexpected size ${JSON.stringify(item)} in the origin, expected name=number`;
    read.set(match[1]!, Number(match[2]));
  }
  const memoryModel = memoryModels.find((one) => one === named);
  if (memoryModel === undefined)
    return `Unexpected memory model ${JSON.stringify(named)} in the origin, expected one of ${memoryModels.join(', ')}`;
  return {
    ...(model === undefined ? {} : { model }),
    subject,
    sizes: Object.fromEntries(read),
    properties: listOf(properties),
    memoryModel,
  };
}

function subjectOf(
  option: string | undefined,
  mutant: string | undefined,
  scenario: string | undefined,
): Subject | undefined {
  if (mutant !== undefined) return { kind: 'mutant', mutant };
  if (option === undefined || scenario === undefined) return undefined;
  return { kind: 'option', option, scenario };
}

function listOf(text: string): readonly string[] {
  return text.split(' ').filter((item) => item !== '');
}
