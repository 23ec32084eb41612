/**
 * What is known of a project besides the texts that are open, and what follows from it together with them: the findings
 * between RFCs and models, and the links of clauses.
 */
import {
  isInForce,
  linkPromises,
  secondClauses,
  secondNumbers,
  type TraceInput,
  traceClauses,
  traceFindings,
} from '@quiesce/conformance';
import { byPlace, type Diagnostic } from '@quiesce/contract';
import type { IndexedModel, ProjectIndex } from '@quiesce/editor';
import type { CheckedRfc, ProjectNames, Rfc } from '@quiesce/rfc';
import { documentOf, type ReadDocument } from '../documents.js';
import { configName } from '../find-config.js';
import type { Project } from '../project.js';
import { type TraceSources, traceInput } from '../trace/read-trace.js';
import type { ModelReading } from './model-reading.js';

export interface ProjectFacts {
  /** Undefined where the configuration is wrong. */
  readonly project: Project | undefined;
  /** What is wrong with the configuration. */
  readonly problems: readonly Diagnostic[];
  /** RFCs as they are on disk, by file. */
  readonly documents: ReadonlyMap<string, CheckedRfc>;
  /** Snapshots of each RFC, by its number, oldest first. */
  readonly history: ReadonlyMap<number, readonly Rfc[]>;
  readonly verdictOf: ProjectIndex['verdictOf'];
  readonly models: readonly ModelReading[];
  /** Patches, tests and confirmed links. */
  readonly sources: TraceSources | undefined;
  /** What the rules may hold an RFC against. */
  readonly names: ProjectNames | undefined;
}

export const noFacts: ProjectFacts = {
  project: undefined,
  problems: [],
  documents: new Map(),
  history: new Map(),
  verdictOf: () => undefined,
  models: [],
  sources: undefined,
  names: undefined,
};

/** `documents`: all of the project, as they are now; asked for when they are needed. */
export function knownOf(facts: ProjectFacts, documents: () => readonly CheckedRfc[]): Partial<ProjectIndex> {
  return {
    models: modelsOf(facts),
    history: [...facts.history.values()].flat(),
    tests: facts.sources?.tests ?? [],
    verdictOf: facts.verdictOf,
    traced: () => {
      const input = traceInputOf(facts, documents());
      return input === undefined ? [] : traceClauses(input);
    },
  };
}

/** Files and folders that it all was read from, relative to the root. */
export function readFrom({ project, models }: ProjectFacts): readonly string[] {
  const { config } = project ?? {};
  const files = models.flatMap((model) => (model.kind === 'read' ? model.files.map(({ path }) => path) : []));
  return [
    configName,
    '.quiesce/last-check.json',
    ...(config === undefined ? [] : [config.rfc, ...config.models.map(({ entry }) => entry)]),
    ...(config?.series === undefined ? [] : [config.series]),
    ...(config?.tests ?? []),
    ...files,
  ];
}

/** What is wrong between RFCs and models, and in models and configuration, by place. */
export function linkFindings(facts: ProjectFacts, documents: readonly CheckedRfc[]): readonly Diagnostic[] {
  const all = documents.map(({ rfc }) => documentOf(rfc)).filter((document) => document !== undefined);
  const heard = all.filter(isInForce);
  const usual = facts.project?.config.defaults.memoryModel;
  const findings = facts.models.flatMap((model): readonly Diagnostic[] => {
    if (model.kind === 'broken') return model.diagnostics;
    if (model.kind === 'failed') return [];
    const own = heard.filter(({ number }) => isOf(model, number));
    return own.length === 0 ? [] : linkPromises(own, model.description, model.entry, usual).diagnostics;
  });
  const input = traceInputOf(facts, documents);
  const traced = input === undefined ? [] : traceFindings(input);
  return [...facts.problems, ...secondClauses(heard), ...secondNumbers(all), ...findings, ...traced].sort(
    byPlace,
  );
}

/** Undefined until patches and tests were read. */
function traceInputOf(facts: ProjectFacts, documents: readonly CheckedRfc[]): TraceInput | undefined {
  if (facts.sources === undefined) return undefined;
  const properties = modelsOf(facts).flatMap(({ description }) => description.properties);
  const read = documents.flatMap(({ rfc }): readonly ReadDocument[] => {
    const document = documentOf(rfc);
    return document === undefined ? [] : [{ document, rfc, diagnostics: [], isAsked: false }];
  });
  return traceInput(read, { ...facts.sources, properties });
}

/** What is not known of the models, and what to do; undefined where all are known, if only as they were before. */
export function unreadModel({ project, models }: ProjectFacts): string | undefined {
  if (project === undefined)
    return `${configName} cannot be read, so the models are not known; mend it first`;
  const unread = models.find(
    (model) => model.kind === 'failed' || (model.kind === 'broken' && model.before === undefined),
  );
  return unread === undefined
    ? undefined
    : `the model ${unread.entry} cannot be read, so what it names is not known; mend it first`;
}

/** Of a model that is broken now, what it was before. */
function modelsOf({ models }: ProjectFacts): readonly IndexedModel[] {
  return models.flatMap((model): readonly IndexedModel[] => {
    if (model.kind === 'read') return [model];
    return model.kind === 'broken' && model.before !== undefined ? [model.before] : [];
  });
}

function isOf({ rfcs }: IndexedModel, number: number): boolean {
  return rfcs === undefined || rfcs.includes(number);
}
