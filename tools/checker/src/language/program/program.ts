/** The files of a model, loaded from its entry, and the resolution of names across them. */
import type { Diagnostic } from '@quiesce/contract';
import { problem } from '../problems.js';
import { globals, isVocabulary, isWord, vocabularyModule } from '../words.js';
import { type Declared, type Import, parseSource, type Source, type TypeDeclaration } from './source.js';

export interface Program {
  readonly entry: Source;
  /** By path, in the order of loading; the entry first. */
  readonly sources: ReadonlyMap<string, Source>;
}

export interface Host {
  /** The text of a file, or `undefined` if there is none. */
  readonly read: (path: string) => string | undefined;
}

export type Loaded =
  | { readonly ok: true; readonly program: Program; readonly files: readonly string[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly string[] };

/** Parses the entry and all that it imports. `files` are the paths that were read; a verdict depends on just these. */
export function loadModel(entry: string, host: Host): Loaded {
  const sources = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];

  const load = (path: string): Source | null => {
    const known = sources.get(path);
    if (known !== undefined) return known;
    const text = host.read(path);
    if (text === undefined) return null;
    const { source, errors } = parseSource(path, text);
    sources.set(path, source);
    for (const error of errors) diagnostics.push(problem('model/syntax', source, error.span, error.message));
    for (const one of importsOf(source)) {
      if (!one.specifier.startsWith('.')) continue;
      if (load(resolvePath(path, one.specifier)) === null)
        diagnostics.push(problem('model/missing-module', source, one.span, one.specifier));
    }
    return source;
  };

  const first = load(entry);
  if (first === null) {
    const { source } = parseSource(entry, '');
    diagnostics.push(problem('model/missing-module', source, { start: 0, end: 0 }, entry));
    return { ok: false, diagnostics, files: [] };
  }
  const program: Program = { entry: first, sources };
  if (diagnostics.length === 0) {
    for (const source of sources.values()) diagnostics.push(...checkModule(program, source));
  }
  const files = [...sources.keys()];
  return diagnostics.length === 0 ? { ok: true, program, files } : { ok: false, diagnostics, files };
}

export type ResolvedValue =
  | { readonly kind: 'declared'; readonly source: Source; readonly declared: Declared }
  | { readonly kind: 'word'; readonly name: string };

/** What a name means at the top level of a module; `null` if nothing. */
export function resolveValue(program: Program, source: Source, name: string): ResolvedValue | null {
  const declared = source.values.get(name);
  if (declared !== undefined) return { kind: 'declared', source, declared };
  const imported = source.imports.get(name);
  if (imported !== undefined) return followImport(program, source, imported);
  return globals.has(name) ? { kind: 'word', name } : null;
}

export type ResolvedType =
  | { readonly kind: 'declared'; readonly source: Source; readonly declaration: TypeDeclaration }
  | { readonly kind: 'word'; readonly name: string };

/** What a type name means in a module; `null` if nothing. */
export function resolveType(program: Program, source: Source, name: string): ResolvedType | null {
  const declaration = source.types.get(name);
  if (declaration !== undefined) return { kind: 'declared', source, declaration };
  const imported = source.imports.get(name);
  if (imported === undefined) return null;
  if (imported.specifier === vocabularyModule) return { kind: 'word', name: imported.name };
  return followTypeImport(program, source, imported, new Set());
}

/** What the entry, or any module, exports under a name. */
export function resolveExport(program: Program, source: Source, name: string): ResolvedValue | null {
  return followExport(program, source, name, new Set());
}

function followImport(program: Program, source: Source, imported: Import): ResolvedValue | null {
  if (imported.specifier === vocabularyModule)
    return isWord(imported.name) ? { kind: 'word', name: imported.name } : null;
  const target = moduleOf(program, source, imported);
  return target === null ? null : followExport(program, target, imported.name, new Set());
}

function followExport(
  program: Program,
  source: Source,
  name: string,
  seen: Set<Source>,
): ResolvedValue | null {
  if (seen.has(source)) return null;
  seen.add(source);
  const exported = source.exports.get(name);
  if (typeof exported === 'string') return resolveValue(program, source, exported);
  if (exported !== undefined) return followImport(program, source, exported);
  for (const one of source.exportAll) {
    const target = moduleOf(program, source, one);
    const found = target === null ? null : followExport(program, target, name, seen);
    if (found !== null) return found;
  }
  return null;
}

function followTypeImport(
  program: Program,
  source: Source,
  imported: Import,
  seen: Set<Source>,
): ResolvedType | null {
  const target = moduleOf(program, source, imported);
  if (target === null || seen.has(target)) return null;
  seen.add(target);
  const exported = target.exports.get(imported.name);
  if (typeof exported === 'string') {
    const declaration = target.types.get(exported);
    if (declaration !== undefined) return { kind: 'declared', source: target, declaration };
    return resolveType(program, target, exported);
  }
  if (exported !== undefined) return followTypeImport(program, target, exported, seen);
  for (const one of target.exportAll) {
    const found = followTypeImport(program, target, { ...one, name: imported.name }, seen);
    if (found !== null) return found;
  }
  return null;
}

function moduleOf(program: Program, source: Source, imported: Import): Source | null {
  return program.sources.get(resolvePath(source.path, imported.specifier)) ?? null;
}

function checkModule(program: Program, source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const imported of importsOf(source)) {
    if (imported.name === '*' && source.exportAll.includes(imported)) continue;
    if (imported.specifier === vocabularyModule) {
      if (!isVocabulary(imported.name))
        found.push(problem('model/unknown-word', source, imported.span, imported.name));
      continue;
    }
    if (!imported.specifier.startsWith('.')) {
      found.push(problem('model/missing-module', source, imported.span, imported.specifier));
    } else if (
      followImport(program, source, imported) === null &&
      followTypeImport(program, source, imported, new Set()) === null
    ) {
      found.push(problem('model/unknown-export', source, imported.span, imported.name, imported.specifier));
    }
  }
  for (const node of source.loose) {
    if (node.type === 'EmptyStatement') continue;
    const what = node.type === 'ClassDeclaration' ? 'class' : 'statement at the top level of a module';
    found.push(problem('model/unsupported', source, node, what));
  }
  return found;
}

function importsOf(source: Source): Import[] {
  const reexported = [...source.exports.values()].filter((one) => typeof one !== 'string');
  return [...source.imports.values(), ...reexported, ...source.exportAll];
}

/** Of the modules that a file imports or exports again, each once; not of the language. */
export function importedPaths(source: Source): readonly string[] {
  const relative = importsOf(source).filter(({ specifier }) => specifier.startsWith('.'));
  return [...new Set(relative.map(({ specifier }) => resolvePath(source.path, specifier)))];
}

/** `./task.js` from `src/index.ts` is `src/task.ts`. Paths use `/`. */
function resolvePath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  const path = parts.join('/');
  return path.endsWith('.js') ? `${path.slice(0, -3)}.ts` : path.endsWith('.ts') ? path : `${path}.ts`;
}
