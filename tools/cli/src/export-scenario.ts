/** Compiles a scenario for one option, with all properties watching, and writes it in the language of another checker. */
import { basename, resolve } from 'node:path';
import { assert, compileScenario, promelaOf, type System, tlaOf } from '@quiesce/checker';
import { planCells } from '@quiesce/conformance';
import { nearestWord, ToolError } from '@quiesce/contract';
import type { ExportRequest } from './export-request.js';
import { type ReadModel, readModel } from './model.js';
import { readProject } from './project.js';
import { Refusal } from './refusal.js';
import type { ExitCode } from './run.js';
import type { World } from './world.js';

export async function exportScenario(request: ExportRequest, world: World): Promise<ExitCode> {
  const { language, scenario, option, output } = request;
  const project = readProject(world, request.config);
  const models = project.config.models.map(({ entry }) => readModel(project, entry, world));
  const { program, description } = modelWith(models, request);
  // As check plans it, so that the counts can be compared.
  const { maxStates, maxMegabytes } = project.config.defaults;
  const exploring = { memoryModel: 'sc', bounds: { maxStates, maxMegabytes } } as const;
  const [cell] = planCells(description, exploring, { options: [option], scenarios: [scenario] });
  assert(cell !== undefined, 'the model has both');
  const compiled = compileScenario(program, cell.subject, cell.sizes, cell.properties);
  if (!compiled.ok) throw new Refusal(compiled.diagnostics, project.root);
  const origin = `quiesce export ${language} ${scenario} --option ${option}`;
  const texts = textsFor(language, compiled.system, origin, output);
  if (output === undefined) await world.stdout.write(texts.map(({ text }) => text).join('\n'));
  else for (const { file, text } of texts) world.disk.write(resolve(world.cwd, file), text);
  return 0;
}

/** TLC looks for the configuration beside the module, under the same name. */
function textsFor(
  language: ExportRequest['language'],
  system: System,
  origin: string,
  output = '',
): readonly { readonly file: string; readonly text: string }[] {
  switch (language) {
    case 'promela':
      return [{ file: output, text: promelaOf(system, origin) }];
    case 'tla': {
      const { module, config } = tlaOf(
        system,
        origin,
        output === '' ? system.name : basename(output, '.tla'),
      );
      return [
        { file: output, text: module },
        { file: `${output.replace(/\.tla$/, '')}.cfg`, text: config },
      ];
    }
  }
}

/** The model that has both. */
function modelWith(models: readonly ReadModel[], { scenario, option }: ExportRequest): ReadModel {
  const having = models.filter(({ description }) => description.scenarios.some(({ id }) => id === scenario));
  const found = having.find(({ description }) => description.options.includes(option));
  if (found !== undefined) return found;
  const all = having.length === 0 ? models : having;
  const [what, name, names] =
    having.length === 0
      ? ['scenario', scenario, all.flatMap(({ description }) => description.scenarios.map(({ id }) => id))]
      : ['option', option, all.flatMap(({ description }) => description.options)];
  const near = nearestWord(name, names);
  throw new ToolError(`Unexpected ${what} ${JSON.stringify(name)}`, {
    hint: near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`,
  });
}
