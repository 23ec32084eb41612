/** `quiesce.json`: what the tools have to know about a project, and nothing else does. */

import { type JsonNode, nodeAt, parseJson, plainValue } from '@quiesce/checker';
import { type Diagnostic, nearestWord, type Place, placeOf, sourceText } from '@quiesce/contract';
import { z } from 'zod';
import { memoryModels } from '../cell/cell.js';
import { report } from '../problems.js';

/** WebAssembly has no more memory than this for one exploration. */
const mostMegabytes = 4095;
const mostStates = 2 ** 31;

const path = z.string().min(1).describe('a path relative to this file');
const rfcNumber = z
  .string()
  .regex(/^[1-9][0-9]*$/)
  .describe('the number of an RFC, such as 1');
const model = z
  .union([path, z.record(rfcNumber, path)])
  .describe('a path relative to this file, or an object with a path for each number of an RFC');
const natural = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).describe(`a whole number from 1 to ${most}`);

const defaultsSchema = z.strictObject({
  maxStates: natural(mostStates, 20_000_000),
  maxMegabytes: natural(mostMegabytes, 2048),
  maxStoryNodes: natural(mostStates, 20_000_000),
  memoryModel: z
    .enum(memoryModels)
    .default('sc')
    .describe(`one of ${memoryModels.join(', ')}`),
});

const names = z.array(z.string().min(1)).min(1);
const coreSchema = z.strictObject({
  options: names.optional().describe('a list of options'),
  scenarios: names.optional().describe('a list of scenarios'),
});

/** The description of each field is what messages say that they expected. */
export const projectConfigSchema = z.strictObject({
  $schema: z.string().describe('a link to the schema of this file').optional(),
  rfc: path,
  model,
  series: path.optional(),
  tests: z
    .array(path)
    .min(1)
    .optional()
    .describe('a list of paths of tests, relative to this file or to the tree that the patches change'),
  costs: path.optional(),
  core: coreSchema.optional().describe('an object with options, scenarios or both'),
  defaults: defaultsSchema.prefault({}).describe('an object'),
});

/** A model, and what is checked against it. */
export interface ModelChoice {
  /** Its entry file. */
  readonly entry: string;
  /** Numbers of RFCs, ascending; absent: all RFCs of the project. */
  readonly rfcs?: readonly number[];
}

/** Paths are relative to the folder of the file. */
export interface ProjectConfig {
  /** The folder of the RFCs. */
  readonly rfc: string;
  readonly models: readonly ModelChoice[];
  /** The folder of the patch series. */
  readonly series?: string;
  /** Files and folders whose comments name clauses: here, or in the tree that the patches change. */
  readonly tests?: readonly string[];
  /** The file with what was measured of the options on a kernel. */
  readonly costs?: string;
  /** What `check --core` checks; what is absent is checked entirely. */
  readonly core?: { readonly options?: readonly string[]; readonly scenarios?: readonly string[] };
  readonly defaults: {
    /** Of one exploration. */
    readonly maxStates: number;
    /** Of one exploration, in MiB. */
    readonly maxMegabytes: number;
    /** Of the search for one story. */
    readonly maxStoryNodes: number;
    readonly memoryModel: (typeof memoryModels)[number];
  };
}

export type ReadConfig =
  | { readonly ok: true; readonly config: ProjectConfig }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** `file` is only named in messages. */
export function parseProjectConfig(text: string, file: string): ReadConfig {
  const source = sourceText(file, text);
  const at = (offset: number): Place => placeOf(source, { start: offset, end: offset + 1 });
  const parsed = parseJson(text);
  if (!parsed.ok)
    return {
      ok: false,
      diagnostics: [report('config/syntax', at(parsed.offset), { message: parsed.message })],
    };
  const checked = projectConfigSchema.safeParse(plainValue(parsed.node));
  if (checked.success) {
    const { rfc, model: named, series, tests, costs, core, defaults } = checked.data;
    const config: ProjectConfig = {
      rfc,
      models: choicesOf(named),
      defaults,
      ...(series === undefined ? {} : { series }),
      ...(tests === undefined ? {} : { tests }),
      ...(costs === undefined ? {} : { costs }),
      ...(core === undefined ? {} : { core: coreOf(core) }),
    };
    return { ok: true, config };
  }
  return {
    ok: false,
    diagnostics: checked.error.issues.flatMap((issue) => explain(issue, parsed.node, at)),
  };
}

function coreOf({ options, scenarios }: z.infer<typeof coreSchema>): NonNullable<ProjectConfig['core']> {
  return {
    ...(options === undefined ? {} : { options }),
    ...(scenarios === undefined ? {} : { scenarios }),
  };
}

/** Two RFCs that name the same path share one model. */
function choicesOf(named: z.infer<typeof model>): readonly ModelChoice[] {
  if (typeof named === 'string') return [{ entry: named }];
  const entries = [...new Set(Object.values(named))];
  return entries.map((entry) => ({
    entry,
    rfcs: Object.keys(named)
      .filter((number) => named[number] === entry)
      .map(Number)
      .sort((a, b) => a - b),
  }));
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, root: JsonNode, at: (offset: number) => Place): readonly Diagnostic[] {
  const node = nodeAt(root, issue.path);
  if (issue.code === 'invalid_key') {
    const expected = rfcNumber.description ?? 'another key';
    return [report('config/value', at(node.offset), { got: JSON.stringify(issue.path.at(-1)), expected })];
  }
  const [room] = issue.path;
  const fields: Fields =
    room === 'defaults' || room === 'core' ? rooms[room].shape : projectConfigSchema.shape;
  if (issue.code === 'unrecognized_keys') {
    const keys = Object.keys(fields).filter((key) => key !== '$schema');
    return issue.keys.map((key) => {
      const near = nearestWord(key, keys);
      return report('config/unknown-key', at(nodeAt(node, [key]).offset), { key, keys, near });
    });
  }
  const key = String(issue.path.at(-1) ?? '');
  const parent = nodeAt(root, issue.path.slice(0, -1));
  if (key !== '' && parent.kind === 'object' && !parent.entries.has(key))
    return [report('config/missing-key', at(parent.offset), { key })];
  if (issue.code === 'invalid_union' && node.kind === 'object') {
    // One of the alternatives takes an object, and its issues tell what is wrong inside.
    const inside = issue.errors.find((issues) => issues.every(({ path: rest }) => rest.length > 0)) ?? [];
    return inside.flatMap((one) => explain({ ...one, path: [...issue.path, ...one.path] }, root, at));
  }
  const got = 'value' in node ? JSON.stringify(node.value) : node.kind;
  const expected = expectedAt(issue.path, fields) ?? 'an object';
  return [report('config/value', at(node.offset), { got, expected })];
}

/** In words; a path that ends inside a list or a map asks for one of its values. */
function expectedAt(at: readonly PropertyKey[], fields: Fields): string | undefined {
  const key = at.at(-1);
  const isInside = typeof key === 'number' || (at[0] === 'model' && at.length > 1);
  if (!isInside) return fields[String(key)]?.description;
  return at[0] === 'core' ? 'a name' : path.description;
}

const rooms = { defaults: defaultsSchema, core: coreSchema } as const;

type Fields = Readonly<Record<string, { readonly description?: string | undefined }>>;
