/**
 * All code that a property consists of: its own constant, and every function, constant and interface that is named in there, and so
 * on. Two texts of a property that differ in comments, in their layout or in what it does not use are one property.
 */
import { type Program, resolveExport, resolveType, resolveValue } from './program/program.js';
import type { Declared, Source, TypeDeclaration } from './program/source.js';
import type { PropertyOrigin } from './property-origin.js';

type Declaration = Declared | TypeDeclaration;

/**
 * By path and name, the tree of each declaration, as a text. `isFollowed`: whether what stands in a file belongs to the
 * property; of others nothing is said but the name.
 */
export function propertyCode(
  program: Program,
  { path, name }: PropertyOrigin,
  isFollowed: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const code = new Map<string, string>();
  const include = (source: Source, called: string, declaration: Declaration): void => {
    const key = `${source.path} ${called}`;
    if (code.has(key)) return;
    if (!isFollowed(source.path)) {
      code.set(key, '');
      return;
    }
    const node = treeOf(declaration);
    code.set(key, JSON.stringify(node, withoutPlaces));
    for (const one of namesIn(node)) {
      const value = resolveValue(program, source, one);
      if (value?.kind === 'declared') include(value.source, value.declared.name, value.declared);
      const type = resolveType(program, source, one);
      if (type?.kind === 'declared') include(type.source, type.declaration.id.name, type.declaration);
    }
  };
  const home = program.sources.get(path);
  const own = home === undefined ? null : resolveExport(program, home, name);
  if (own?.kind === 'declared') include(own.source, own.declared.name, own.declared);
  return code;
}

function treeOf(declaration: Declaration): unknown {
  if (!('kind' in declaration)) return declaration;
  return declaration.kind === 'function' ? declaration.node : declaration.init;
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === 'start' || key === 'end') return undefined;
  return typeof value === 'bigint' ? String(value) : value;
}

/** Each identifier that may name something of the module: no fields and no keys. */
function namesIn(tree: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const fields = new Map<string, unknown>(Object.entries(node));
    if (fields.get('type') === 'Identifier') names.add(String(fields.get('name')));
    const isNamed = fields.get('computed') !== true;
    for (const [key, value] of fields) if (!(isNamed && (key === 'property' || key === 'key'))) visit(value);
  };
  visit(tree);
  return names;
}
