/** Small made-up parts of a project: clauses from their text, a description of a model, results of cells. */
import type { ModelDescription, PropertyDescription, SignalKind } from '@quiesce/checker';
import { type Clause, type Place, parseClause, sourceText } from '@quiesce/contract';
import {
  type Cell,
  type CellResult,
  type Explored,
  type LinkedClause,
  linkPromises,
  type MemoryModel,
  type PromiseDocument,
} from '../src/index.js';

export const somewhere: Place = { file: 'model.ts', line: 7, column: 3 };

/** The clause of a block's body. */
export function clauseOf(body: string, file = 'rfc/0001.md'): Clause {
  const source = sourceText(file, `${body}\n`);
  const whole = { start: 0, end: source.text.length };
  const { clause, diagnostics } = parseClause(source, { block: whole, body: whole });
  if (clause === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return clause;
}

export function documentOf(
  clauses: readonly Clause[],
  options: readonly string[],
  changes: Partial<PromiseDocument> = {},
): PromiseDocument {
  const file = changes.file ?? 'rfc/0001.md';
  return {
    file,
    number: 1,
    title: 'Lamps',
    revision: 2,
    status: 'draft',
    options: options.map((value, index) => ({ value, place: { file, line: 5, column: 11 + 8 * index } })),
    clauses,
    ...changes,
  };
}

export function propertyOf(
  id: string,
  clause: string,
  kind: PropertyDescription['kind'] = 'always',
): PropertyDescription {
  return { id, clause, kind, scenarios: null, place: somewhere };
}

export function modelOf(changes: Partial<ModelDescription>): ModelDescription {
  return {
    options: ['relay', 'dimmer'],
    scenarios: [],
    properties: [],
    mutants: [],
    unmodelled: [],
    ...changes,
  };
}

/** A clause with its properties, promised by both options of `modelOf` unless it says otherwise. */
export function linkedOf(body: string, properties: readonly PropertyDescription[]): LinkedClause {
  const model = modelOf({ properties });
  const { clauses } = linkPromises([documentOf([clauseOf(body)], model.options)], model, 'model.ts');
  return clauses[0]!;
}

export interface ResultChanges {
  readonly option?: string;
  readonly mutant?: string;
  readonly scenario?: string;
  readonly states?: number;
  readonly reduced?: boolean;
  readonly stoppedBy?: 'states' | 'memory' | 'buffers';
  readonly memoryModel?: MemoryModel;
  readonly deadlocks?: number;
  readonly failures?: CellResult['failures'];
  readonly lines?: CellResult['lines'];
  readonly signals?: Readonly<Record<string, readonly SignalKind[]>>;
  readonly wouldHoldUnder?: CellResult['wouldHoldUnder'];
}

/** A cell that was explored. */
export function exploredOf(changes: ResultChanges): Explored {
  const { option = 'relay', mutant, scenario = 'night', states = 10, stoppedBy = null } = changes;
  const { signals = {}, deadlocks = 0, failures = [], lines = [], memoryModel = 'sc' } = changes;
  const { wouldHoldUnder = {}, reduced = false } = changes;
  const cell: Cell = {
    id: mutant ?? `${option}/${scenario}${memoryModel === 'sc' ? '' : `@${memoryModel}`}`,
    subject: mutant === undefined ? { kind: 'option', option, scenario } : { kind: 'mutant', mutant },
    scenario,
    sizes: { lamps: 2 },
    properties: ['dark', 'cool', 'soft', 'late', 'idle', 'cold', 'safe'].map((name) => `lamp/${name}`),
    memoryModel,
    reduction: reduced ? 'chains' : 'none',
    bounds: { maxStates: 1000, maxMegabytes: 64 },
  };
  const result: CellResult = {
    kind: 'explored',
    states,
    transitions: 3 * states,
    reduced,
    depth: 4,
    complete: stoppedBy === null,
    stoppedBy,
    buffers: memoryModel === 'sc' ? 0 : 3,
    ends: 1,
    deadlocks,
    signals,
    wouldHoldUnder,
    failures,
    lines,
  };
  return { cell, result };
}
