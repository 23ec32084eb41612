/**
 * Which barriers of an option are necessary: each is taken out in turn, all else left as it is, and whatever is violated then
 * and was not before needs it. A barrier that is not necessary here is not necessary under this memory model, in these
 * scenarios, beside all the others: that is what is said, and no more.
 */
import {
  columnTable,
  compileScenario,
  type Exploration,
  explore,
  failuresOf,
  findStory,
  isEnough,
  type MemoryModel,
  type Program,
  replay,
  type ScenarioInfo,
  type System,
  underMemoryModel,
} from '@quiesce/checker';
import type { Bounds } from '../cell/cell.js';
import type { CellBroken } from '../cell/explore-cell.js';
import type { BarrierReport, JudgedBarrier } from './barrier-report.js';
import { type BarrierKind, type BarrierSite, barrierSites, isAt } from './barrier-site.js';

export interface BarrierQuestion {
  readonly option: string;
  readonly scenarios: readonly ScenarioInfo[];
  /** Of kind `always`. */
  readonly properties: readonly string[];
  readonly memoryModel: MemoryModel;
  readonly bounds: Bounds;
  readonly maxStoryNodes: number;
}

export type Probed = { readonly kind: 'probed'; readonly report: BarrierReport } | CellBroken;

export function probeBarriers(program: Program, question: BarrierQuestion): Probed {
  const { option, scenarios, properties, memoryModel } = question;
  const worlds: World[] = [];
  for (const { id, sizes } of scenarios) {
    const subject = { kind: 'option', option, scenario: id } as const;
    const compiled = compileScenario(program, subject, sizes, properties);
    if (!compiled.ok) return { kind: 'broken', diagnostics: compiled.diagnostics };
    const { system } = compiled;
    const compileFor = (property: string): System | null => {
      const alone = compileScenario(program, subject, sizes, [property]);
      return alone.ok ? alone.system : null;
    };
    worlds.push({ id, system, compileFor, found: exploreWithout(system, question, null) });
  }
  const sites = barrierSites(worlds.map(({ system }) => system));
  return {
    kind: 'probed',
    report: {
      format: 'quiesce-barriers',
      version: 1,
      model: program.entry.path,
      option,
      memoryModel,
      scenarios: worlds.map(({ id, found: { states, complete, buffers, violated } }) => ({
        id,
        states,
        complete,
        buffers,
        breaks: violated,
      })),
      barriers: sites.map((site) => judgeBarrier(site, worlds, question)),
    },
  };
}

/** A scenario of the option, with all its barriers. */
interface World {
  readonly id: string;
  readonly system: System;
  /** The same, watched by one property; null if it does not compile. */
  readonly compileFor: (property: string) => System | null;
  readonly found: Found;
}

interface Found {
  readonly states: number;
  readonly complete: boolean;
  readonly buffers: number;
  readonly deadlocks: number;
  /** Ids of properties, in the order of the question. */
  readonly violated: readonly string[];
  /** `message (file:line)` */
  readonly failures: readonly string[];
}

/** What total store order keeps by itself: the order of loads, that of stores, and that of a load before a store. */
const keptBy: Readonly<Record<MemoryModel, readonly BarrierKind[]>> = {
  sc: ['smp_mb', 'smp_mb_on', 'smp_rmb', 'smp_wmb', 'acquire', 'release'],
  tso: ['smp_rmb', 'smp_wmb', 'acquire', 'release'],
};

function judgeBarrier(site: BarrierSite, worlds: readonly World[], question: BarrierQuestion): JudgedBarrier {
  const { kind, functions } = site;
  const { file, line, column } = site.place;
  const known = { kind, place: { file, line, column }, functions };
  if (keptBy[question.memoryModel].includes(kind))
    return { ...known, verdict: 'kept', breaks: [], failures: [], stuck: [], hidden: [], story: null };
  const tried = worlds
    .filter(({ system }) => barrierSites([system]).some((one) => isSame(one, site)))
    .map((world) => ({ world, without: exploreWithout(world.system, question, site) }));
  const breaks = tried.flatMap(({ world, without }) =>
    without.violated
      .filter((property) => !world.found.violated.includes(property))
      .map((property) => ({ world, property })),
  );
  const failures = tried.flatMap(({ world, without }) =>
    without.failures
      .filter((failure) => !world.found.failures.includes(failure))
      .map((failure) => `${failure} in ${world.id}`),
  );
  const isWhole = tried.every(({ world, without }) => world.found.complete && without.complete);
  const stuck = tried
    .filter(({ world, without }) => world.found.deadlocks === 0 && without.deadlocks > 0)
    .map(({ world }) => world.id);
  const isNecessary = breaks.length > 0 || failures.length > 0 || stuck.length > 0;
  const broken = tried.flatMap(({ world }) => world.found.violated);
  const [first] = breaks;
  return {
    ...known,
    verdict: isNecessary ? 'necessary' : isWhole ? 'not-necessary' : 'unknown',
    breaks: breaks.map(({ world, property }) => ({ property, scenario: world.id })),
    failures,
    stuck,
    hidden: isNecessary ? [] : [...new Set(broken)],
    story: first === undefined ? null : storyWithout(site, first.world, first.property, question),
  };
}

function exploreWithout(
  system: System,
  { memoryModel, bounds }: BarrierQuestion,
  site: BarrierSite | null,
): Found {
  const buffered = underMemoryModel(system, memoryModel, removing(site));
  const exploration = explore(buffered.system, {
    engine: 'wasm',
    maxStates: bounds.maxStates,
    maxBytes: bounds.maxMegabytes * 2 ** 20,
  });
  const failures = failuresIn(buffered.system, exploration);
  return {
    states: exploration.states,
    // A model that fails cuts its runs short, and what comes behind was not seen.
    complete: exploration.complete && failures.length === 0 && isEnough(buffered, exploration.edgesTaken),
    buffers: buffered.longest,
    deadlocks: exploration.deadlocks,
    violated: system.properties.flatMap(({ id }, index) =>
      exploration.signals[index]?.violated === true ? [id] : [],
    ),
    failures,
  };
}

function failuresIn({ processes }: System, { failures }: Exploration): readonly string[] {
  const texts = failures.flatMap(({ process, edge }) =>
    failuresOf(processes[process]!)
      .filter((one) => one.edge === edge)
      .map(({ message, place }) => `${message} (${place.file}:${place.line})`),
  );
  return [...new Set(texts)];
}

function removing(site: BarrierSite | null): Parameters<typeof underMemoryModel>[2] {
  return site === null ? {} : { isRemoved: (point) => isAt(site, point) };
}

/** Null where the search hits its bound. */
function storyWithout(
  site: BarrierSite,
  { id, compileFor }: World,
  property: string,
  { memoryModel, maxStoryNodes }: BarrierQuestion,
): JudgedBarrier['story'] {
  const watched = compileFor(property);
  if (watched === null) return null;
  const { system } = underMemoryModel(watched, memoryModel, removing(site));
  const target = { kind: 'signal', property: 0, signal: 'violated' } as const;
  const found = findStory(system, target, { maxNodes: maxStoryNodes });
  if (found.kind === 'none') return null;
  const { switches, moves } = found.story;
  const table = columnTable(replay(system, found.story));
  return { property, scenario: id, switches, steps: moves.length, table };
}

function isSame(one: BarrierSite, other: BarrierSite): boolean {
  const [a, b] = [one.place, other.place];
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
