/** `quiesce barriers`: finds the option and what to explore, and prints what the probe of its barriers gives. */
import type { ModelDescription } from '@quiesce/checker';
import { barrierJson, type MemoryModel, probeBarriers, renderBarriers } from '@quiesce/conformance';
import { nearestWord, ToolError } from '@quiesce/contract';
import { readDocuments } from './documents.js';
import { type Part, readParts } from './parts.js';
import { readProject } from './project.js';
import { Refusal } from './refusal.js';
import type { ExitCode } from './run.js';
import { isColoured, type World } from './world.js';

export interface BarriersRequest {
  readonly option: string;
  readonly model: MemoryModel;
  /** None: those that are explored under the memory model. */
  readonly scenario?: readonly string[];
  /** None: all. */
  readonly property?: readonly string[];
  readonly format: 'text' | 'json';
  readonly config?: string;
}

/** 0 whatever is necessary: the answer is a fact and no finding. */
export async function barriers(request: BarriersRequest, world: World): Promise<ExitCode> {
  const project = readProject(world, request.config);
  const parts = readParts(project, readDocuments(project, [], world), world);
  known(
    'option',
    [request.option],
    parts.flatMap(({ model }) => model.description.options),
  );
  const reports: string[] = [];
  const { maxStates, maxMegabytes, maxStoryNodes, memoryModel: usual } = project.config.defaults;
  const having = parts.filter(({ model }) => model.description.options.includes(request.option));
  for (const part of partsAsked(having, request)) {
    const { description, program } = part.model;
    const started = world.now();
    const probed = probeBarriers(program, {
      option: request.option,
      scenarios: scenariosOf(description, request, usual),
      properties: propertiesOf(description, request),
      memoryModel: request.model,
      bounds: { maxStates, maxMegabytes },
      maxStoryNodes,
    });
    if (probed.kind === 'broken') throw new Refusal(probed.diagnostics, project.root);
    const { report } = probed;
    const seconds = ((world.now() - started) / 1000).toFixed(1);
    await world.stderr.write(
      `quiesce: barriers tried in ${report.scenarios.map(({ id }) => id).join(', ')}, in ${seconds} s\n`,
    );
    const colour = isColoured(world.stdout, world);
    reports.push(request.format === 'json' ? barrierJson(report) : renderBarriers(report, { colour }));
  }
  await world.stdout.write(reports.join('\n'));
  return 0;
}

/** Two models may have an option of one name: a scenario or a property tells which is meant. */
function partsAsked(
  parts: readonly Part[],
  { scenario = [], property = [] }: BarriersRequest,
): readonly Part[] {
  known(
    'scenario',
    scenario,
    parts.flatMap((part) => scenarioIds(part.model.description)),
  );
  known(
    'property',
    property,
    parts.flatMap((part) => alwaysIds(part.model.description)),
  );
  const meant = parts.filter(
    ({ model: { description } }) =>
      scenario.every((id) => scenarioIds(description).includes(id)) &&
      property.every((id) => alwaysIds(description).includes(id)),
  );
  if (meant.length > 0) return meant;
  throw new ToolError('Unexpected scenarios and properties of different models, expected those of one', {
    hint: 'Ask for each model by itself.',
  });
}

function scenariosOf(
  { scenarios }: ModelDescription,
  { scenario, model }: BarriersRequest,
  usual: MemoryModel,
): ModelDescription['scenarios'] {
  const wanted = scenarios.filter(({ id, memory }) =>
    scenario === undefined ? (memory ?? [usual]).includes(model) : scenario.includes(id),
  );
  if (wanted.length > 0) return wanted;
  throw new ToolError(`Cannot find a scenario that is explored under ${model}`, {
    hint: "Name one with --scenario, or let it say memory: ['sc', 'tso'].",
  });
}

function propertiesOf(model: ModelDescription, { property }: BarriersRequest): readonly string[] {
  return property ?? alwaysIds(model);
}

function scenarioIds({ scenarios }: ModelDescription): readonly string[] {
  return scenarios.map(({ id }) => id);
}

function alwaysIds({ properties }: ModelDescription): readonly string[] {
  return properties.filter(({ kind }) => kind === 'always').map(({ id }) => id);
}

function known(what: string, names: readonly string[], all: readonly string[]): void {
  const lost = names.find((name) => !all.includes(name));
  if (lost === undefined) return;
  const near = nearestWord(lost, all);
  throw new ToolError(`Unexpected ${what} ${JSON.stringify(lost)}`, {
    hint: near === undefined ? `There are: ${[...new Set(all)].join(', ')}.` : `Did you mean ${near}?`,
  });
}
