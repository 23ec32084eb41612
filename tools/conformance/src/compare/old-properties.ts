/**
 * Puts properties as they were beside the model as it is: both watch the same runs then. A file that only properties need (their
 * helpers, such as one that tells whether a callback runs) is taken as it was, under a name of its own; what the model itself
 * needs, its observations above all, is taken as it is. Nothing is written anywhere: a model is read from texts.
 */
import {
  describeModel,
  loadModel,
  type ModelDescription,
  modulesOf,
  type Program,
  type PropertyOrigin,
  propertyCode,
  propertyOrigins,
} from '@quiesce/checker';
import type { Diagnostic } from '@quiesce/contract';

export interface ModelText {
  readonly program: Program;
  readonly description: ModelDescription;
}

/** What became of a property of the earlier model. */
export type OldProperty =
  /** The later model has it, and it asks the same. */
  | { readonly kind: 'same' }
  /** It stands beside the later model's properties, under this id. */
  | { readonly kind: 'beside'; readonly id: string }
  | { readonly kind: 'lost'; readonly reason: string };

/** The later model, with the earlier properties beside its own. */
export interface ModelWithOld extends ModelText {
  /** All texts that it is made of. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** By id, for each that was asked for. */
  readonly properties: ReadonlyMap<string, OldProperty>;
}

/** `ids`: properties of the earlier model. `name`: what the ids of old properties get, such as `v1`. */
export function withOldProperties(
  before: ModelText,
  after: ModelText,
  ids: readonly string[],
  name: string,
): ModelWithOld {
  const models = { before: readModules(before), after: readModules(after) };
  const core = coreOf(models.after);
  const taken: Taken[] = [];
  const properties = new Map<string, OldProperty>();
  for (const id of ids) {
    const one = take(id, `${id} (${name})`, models, core);
    // Each is tried alone: one that does not fit must not take the others with it.
    const misfit = 'origin' in one ? putBeside(after, [one]) : null;
    if (!('origin' in one)) properties.set(id, one);
    else if (misfit?.ok === false)
      properties.set(id, { kind: 'lost', reason: misfitText(misfit.diagnostics) });
    else {
      taken.push(one);
      properties.set(id, { kind: 'beside', id: one.id });
    }
  }
  const files = [...models.after.modules.values()].map(({ path, text }) => ({ path, text }));
  if (taken.length === 0) return { ...after, files, properties };
  const all = putBeside(after, taken);
  if (all.ok) return { ...all, properties };
  const reason = misfitText(all.diagnostics);
  const lost = [...properties].map(([id, old]): readonly [string, OldProperty] => [
    id,
    old.kind === 'beside' ? { kind: 'lost', reason } : old,
  ]);
  return { ...after, files, properties: new Map(lost) };
}

type Modules = ReadonlyMap<string, ReturnType<typeof modulesOf>[number]>;

interface ReadModules {
  readonly program: Program;
  readonly entry: string;
  readonly modules: Modules;
  readonly origins: readonly PropertyOrigin[];
}

/** An earlier property, with the files that are taken as they were. */
interface Taken {
  readonly id: string;
  readonly origin: PropertyOrigin;
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
}

function readModules({ program }: ModelText): ReadModules {
  return {
    program,
    entry: program.entry.path,
    modules: new Map(modulesOf(program).map((one) => [one.path, one])),
    origins: propertyOrigins(program),
  };
}

/** What is reached from the entry without a step into a file of a property: the model itself. */
function coreOf({ entry, modules, origins }: ReadModules): ReadonlySet<string> {
  const ofProperties = new Set(origins.map(({ path }) => path));
  return reached(modules, entry, (path) => !ofProperties.has(path));
}

function reached(modules: Modules, start: string, isWanted: (path: string) => boolean): ReadonlySet<string> {
  const found = new Set([start]);
  for (const path of found)
    for (const next of modules.get(path)?.imports ?? []) if (isWanted(next)) found.add(next);
  return found;
}

function take(
  id: string,
  newId: string,
  { before, after }: { readonly before: ReadModules; readonly after: ReadModules },
  core: ReadonlySet<string>,
): Taken | OldProperty {
  const origin = before.origins.find((one) => one.id === id);
  if (origin === undefined)
    return {
      kind: 'lost',
      reason: `${id} is no exported constant of a file, so its earlier text cannot be found`,
    };
  const now = after.origins.find((one) => one.id === id);
  // Whether what the model needs has changed is not asked: both watch it as it is. A property that stands there is followed.
  const isFollowed = (path: string): boolean => path === origin.path || !core.has(path);
  if (
    now !== undefined &&
    isSameCode(propertyCode(before.program, origin, isFollowed), propertyCode(after.program, now, isFollowed))
  )
    return { kind: 'same' };
  if (core.has(origin.path))
    return {
      kind: 'lost',
      reason: `${id} stands in ${origin.path} beside what the model itself needs; give it a file of its own`,
    };
  const paths = [...reached(before.modules, origin.path, (path) => !core.has(path))];
  return { id: newId, origin, texts: new Map(paths.map((path) => [path, before.modules.get(path)!.text])) };
}

function isSameCode(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, code]) => other.get(key) === code);
}

type PutBeside =
  | ({ readonly ok: true; readonly files: ModelWithOld['files'] } & ModelText)
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

function putBeside({ program }: ModelText, taken: readonly Taken[]): PutBeside {
  const entry = `${folderOf(program.entry.path)}with-old-properties.ts`;
  const old = new Map(taken.flatMap(({ texts }) => [...texts]));
  const texts = new Map([
    ...modulesOf(program).map(({ path, text }) => [path, text] as const),
    ...[...old].map(([path, text]) => [oldPath(path), renamed(path, text, old)] as const),
    [entry, entryText(program.entry.path, entry, taken)],
  ]);
  const loaded = loadModel(entry, { read: (path) => texts.get(path) });
  if (!loaded.ok) return loaded;
  const described = describeModel(loaded.program);
  if (!described.ok) return described;
  const files = loaded.files.map((path) => ({ path, text: texts.get(path)! }));
  return { ok: true, program: loaded.program, description: described.model, files };
}

/** In which scenarios an earlier property is asked is for whoever plans: it may name some that are gone. */
function entryText(model: string, entry: string, taken: readonly Taken[]): string {
  const imports = taken.map(
    ({ origin: { path, name } }, index) =>
      `import { ${name} as old${index} } from '${specifierTo(oldPath(path), entry)}';`,
  );
  const listed = taken.map(
    ({ id }, index) => `    { ...old${index}, id: ${JSON.stringify(id)}, scenarios: undefined },`,
  );
  return [
    `import { model as present } from '${specifierTo(model, entry)}';`,
    ...imports,
    'export const model = {',
    '  ...present,',
    '  properties: [',
    '    ...present.properties,',
    ...listed,
    '  ],',
    '};',
    '',
  ].join('\n');
}

const imported = /(\bfrom\s+)(['"])(\.{1,2}\/[^'"\n]+)\2/g;

/** The text of an old file, with its imports of other old files led to their new names. */
function renamed(path: string, text: string, old: ReadonlyMap<string, string>): string {
  return text.replace(imported, (whole, from: string, quote: string, specifier: string) => {
    const target = resolved(path, specifier);
    return old.has(target) ? `${from}${quote}${specifierTo(oldPath(target), path)}${quote}` : whole;
  });
}

const oldEnding = '.old.ts';

function oldPath(path: string): string {
  return path.replace(/\.ts$/, oldEnding);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function resolved(from: string, specifier: string): string {
  const url = new URL(specifier, `file:///${from}`);
  return decodeURI(url.pathname.slice(1)).replace(/\.js$/, '.ts');
}

/** As an import in the file `from` writes it. */
function specifierTo(path: string, from: string): string {
  const [target, here] = [path.split('/'), folderOf(from).split('/').slice(0, -1)];
  let common = 0;
  while (common < here.length && here[common] === target[common]) common++;
  const up = here.length - common;
  const steps = up === 0 ? './' : '../'.repeat(up);
  return `${steps}${target.slice(common).join('/').replace(/\.ts$/, '.js')}`;
}

function misfitText([first]: readonly Diagnostic[]): string {
  if (first === undefined) return 'its earlier text does not fit the model as it is now';
  const { message, place } = first;
  const file = place.file.replace(oldEnding, '.ts');
  return `its earlier text does not fit the model as it is now: ${message} (${file}:${place.line})`;
}
