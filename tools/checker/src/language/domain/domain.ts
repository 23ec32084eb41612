/**
 * From a type annotation to the values that a cell can hold.
 *
 * There is no type checker behind this (TypeScript has no API for one here): the declarations are read as they stand,
 * which is why a domain has to be written in a few plain forms.
 */
import type { TSType } from 'oxc-parser';
import { stop } from '../problems.js';
import { type Program, resolveType } from '../program/program.js';
import type { Source, TypeDeclaration } from '../program/source.js';
import type { Primitive, SharedObject, Value } from '../value.js';

/** More values than this in one cell are refused: each is a case of its own wherever the cell is read. */
const mostValues = 1024;

/**
 * All values of a type, in the order in which the type lists them: literals as written, integers ascending, objects in
 * order of creation. Stops the compilation where the domain is not finite.
 */
export function domainOf(
  program: Program,
  type: TSType,
  source: Source,
  objects: readonly SharedObject[],
): readonly Value[] {
  const values: Value[] = [];
  for (const value of enumerate(program, type, source, objects, new Set())) {
    if (values.includes(value)) continue;
    values.push(value);
    if (values.length > mostValues)
      stop('model/domain-too-large', source, type, `more than ${mostValues}`, String(mostValues));
  }
  return values;
}

/** Whether a field of this type is a mutable array, and then the type of its elements. */
export function elementTypeOf(type: TSType): TSType | null {
  return type.type === 'TSArrayType' ? type.elementType : null;
}

function* enumerate(
  program: Program,
  type: TSType,
  source: Source,
  objects: readonly SharedObject[],
  seen: ReadonlySet<TypeDeclaration>,
): Generator<Value> {
  switch (type.type) {
    case 'TSUnionType':
      for (const member of type.types) yield* enumerate(program, member, source, objects, seen);
      return;
    case 'TSParenthesizedType':
      yield* enumerate(program, type.typeAnnotation, source, objects, seen);
      return;
    case 'TSBooleanKeyword':
      yield false;
      yield true;
      return;
    case 'TSNullKeyword':
      yield null;
      return;
    case 'TSUndefinedKeyword':
      yield undefined;
      return;
    case 'TSLiteralType':
      yield literalOf(type, source);
      return;
    case 'TSTypeReference':
      yield* reference(program, type, source, objects, seen);
      return;
    default:
      stop('model/infinite-domain', source, type, textOf(source, type));
  }
}

function literalOf(type: TSType & { type: 'TSLiteralType' }, source: Source): Primitive {
  const literal = type.literal;
  if (literal.type === 'Literal' && isPrimitive(literal.value)) return literal.value;
  if (
    literal.type === 'UnaryExpression' &&
    literal.operator === '-' &&
    literal.argument.type === 'Literal' &&
    typeof literal.argument.value === 'number'
  )
    return -literal.argument.value;
  return stop('model/infinite-domain', source, type, textOf(source, type));
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function* reference(
  program: Program,
  type: TSType & { type: 'TSTypeReference' },
  source: Source,
  objects: readonly SharedObject[],
  seen: ReadonlySet<TypeDeclaration>,
): Generator<Value> {
  if (type.typeName.type !== 'Identifier')
    return stop('model/unknown-type', source, type, textOf(source, type));
  const name = type.typeName.name;
  const resolved = resolveType(program, source, name);
  if (resolved === null) return stop('model/unknown-type', source, type, name);
  if (resolved.kind === 'word') {
    if (resolved.name !== 'Int') return stop('model/infinite-domain', source, type, name);
    yield* integers(type, source);
    return;
  }
  const declaration = resolved.declaration;
  if (type.typeArguments !== null || declaration.typeParameters)
    return stop('model/generic-type', source, type, name);
  if (declaration.type === 'TSInterfaceDeclaration') {
    for (const object of objects)
      if (isOfType(program, object.type.source, object.type.declaration, declaration)) yield object;
    return;
  }
  if (seen.has(declaration)) return stop('model/infinite-domain', source, type, name);
  yield* enumerate(
    program,
    declaration.typeAnnotation,
    resolved.source,
    objects,
    new Set([...seen, declaration]),
  );
}

function* integers(type: TSType & { type: 'TSTypeReference' }, source: Source): Generator<number> {
  const bounds = (type.typeArguments?.params ?? []).map((param) =>
    param.type === 'TSLiteralType' ? literalOf(param, source) : null,
  );
  const [low, high] = bounds;
  if (typeof low !== 'number' || typeof high !== 'number' || bounds.length !== 2)
    return stop('model/infinite-domain', source, type, textOf(source, type));
  if (high - low >= mostValues)
    return stop('model/domain-too-large', source, type, String(high - low + 1), String(mostValues));
  for (let value = low; value <= high; value++) yield value;
}

/** Whether an interface is, or extends, another. */
function isOfType(
  program: Program,
  source: Source,
  declaration: TypeDeclaration,
  wanted: TypeDeclaration,
): boolean {
  if (declaration === wanted) return true;
  if (declaration.type !== 'TSInterfaceDeclaration') return false;
  return declaration.extends.some((parent) => {
    if (parent.expression.type !== 'Identifier') return false;
    const resolved = resolveType(program, source, parent.expression.name);
    return resolved?.kind === 'declared' && isOfType(program, resolved.source, resolved.declaration, wanted);
  });
}

function textOf(source: Source, span: { readonly start: number; readonly end: number }): string {
  return source.text.slice(span.start, span.end);
}
