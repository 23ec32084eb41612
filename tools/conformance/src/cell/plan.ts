/** Which cells there are to explore, and the share of them that one machine of several takes. */
import type { ModelDescription, ReductionName } from '@quiesce/checker';
import { type Bounds, type Cell, type MemoryModel, scenarioName } from './cell.js';

export interface Selection {
  /** Options, or scenarios, that are wanted; absent: all. Of the mutants, those made from one of them. */
  readonly options?: readonly string[];
  readonly scenarios?: readonly string[];
}

/** Part `index` (from 1) of `count` parts. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface Exploring {
  /** For scenarios and mutants that name none. */
  readonly memoryModel: MemoryModel;
  /** `none` where it is not given. */
  readonly reduction?: ReductionName;
  readonly bounds: Bounds;
}

/**
 * All cells that the selection leaves: by option, then by scenario, in the model's order, each under the memory models that it
 * names; the mutants last.
 */
export function planCells(
  model: ModelDescription,
  { memoryModel, reduction = 'none', bounds }: Exploring,
  { options, scenarios }: Selection = {},
): readonly Cell[] {
  const watching = (scenario: string, always?: string): readonly string[] =>
    watchingIn(model, scenario, always);
  const wants = (list: readonly string[] | undefined, name: string): boolean =>
    list === undefined || list.includes(name);
  const ofOptions = model.options
    .filter((option) => wants(options, option))
    .flatMap((option) =>
      planScenarios(model, memoryModel)
        .filter(({ scenario }) => wants(scenarios, scenario))
        .map((planned): Cell => {
          const subject = { kind: 'option', option, scenario: planned.scenario } as const;
          return { id: `${option}/${scenarioName(planned)}`, subject, ...planned, reduction, bounds };
        }),
    );
  const ofMutants = model.mutants
    .filter((mutant) => wants(options, mutant.of) && wants(scenarios, mutant.scenario.id))
    .map(({ id, scenario, memory, caughtBy }): Cell => {
      const subject = { kind: 'mutant', mutant: id } as const;
      return {
        id,
        subject,
        scenario: scenario.id,
        sizes: scenario.sizes,
        properties: watching(scenario.id, caughtBy),
        memoryModel: memory ?? memoryModel,
        reduction,
        bounds,
      };
    });
  return [...ofOptions, ...ofMutants];
}

export type PlannedScenario = Pick<Cell, 'scenario' | 'memoryModel' | 'sizes' | 'properties'>;

/** What is explored of each option: every scenario, under each memory model that it names, or under `usual`. */
export function planScenarios(model: ModelDescription, usual: MemoryModel): readonly PlannedScenario[] {
  return model.scenarios.flatMap(({ id, sizes, memory }) =>
    (memory ?? [usual]).map((memoryModel) => ({
      scenario: id,
      memoryModel,
      sizes,
      properties: watchingIn(model, id),
    })),
  );
}

/** Properties that are asked in the scenario; `always` is, wherever else it is asked. */
function watchingIn(model: ModelDescription, scenario: string, always?: string): readonly string[] {
  return model.properties
    .filter(({ id, scenarios }) => scenarios === null || scenarios.includes(scenario) || id === always)
    .map(({ id }) => id);
}

/** The cells of these mutants, and those of the options that they are made from, which tell whether the bug is a new one. */
export function planMutants(
  model: ModelDescription,
  exploring: Exploring,
  ids: readonly string[],
): readonly Cell[] {
  const wanted = model.mutants.filter(({ id }) => ids.includes(id));
  return planCells(model, exploring).filter(({ subject, scenario }) =>
    subject.kind === 'mutant'
      ? ids.includes(subject.mutant)
      : wanted.some(({ of, scenario: { id } }) => of === subject.option && id === scenario),
  );
}

/** Every cell is in exactly one shard, whatever the machine; neighbours, which are alike in size, are dealt out in turn. */
export function shardOf(cells: readonly Cell[], { index, count }: Shard): readonly Cell[] {
  return cells.filter((_, position) => position % count === index - 1);
}

/** Reads `2/5`; undefined if it is not a shard. */
export function parseShard(text: string): Shard | undefined {
  const match = /^([1-9][0-9]{0,5})\/([1-9][0-9]{0,5})$/.exec(text);
  if (match === null) return undefined;
  const [index, count] = [Number(match[1]), Number(match[2])];
  return index <= count ? { index, count } : undefined;
}
