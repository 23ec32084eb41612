/** `shared<Interface>({...})`: from an interface and initial values to an object whose mutable fields are cells. */
import type { TSPropertySignature, TSType } from 'oxc-parser';
import { elementTypeOf } from '../domain/domain.js';
import { stop } from '../problems.js';
import { type Program, resolveType } from '../program/program.js';
import type { Source, Span } from '../program/source.js';
import type { Cell, ObjectValue, SharedObject, SharedType, Value } from '../value.js';
import { vocabularyModule } from '../words.js';

/** All that the system consists of, while it is built. */
export interface Store {
  readonly objects: SharedObject[];
  readonly cells: Cell[];
  /** The property whose monitor is being built, or `null`. */
  property: string | null;
  /** Set when the system is complete: from then on no object can be created. */
  sealed: boolean;
}

/** Creates the object and its cells. */
export function newSharedObject(
  program: Program,
  store: Store,
  type: SharedType,
  initial: ObjectValue,
  source: Source,
  span: Span,
): SharedObject {
  refuseIfSealed(store, source, span);
  const fields = new Map<string, Value | Cell>();
  for (const field of fieldsOf(program, type.source, type)) {
    if (!initial.entries.has(field.name)) stop('model/missing-field', source, span, field.name, type.name);
    const value = initial.entries.get(field.name);
    const elements = elementTypeOf(field.type);
    if (elements !== null && typeof value === 'object' && value?.kind === 'array') {
      const cells = value.items.map((item, index) =>
        newCell(store, `${field.name}[${index}]`, elements, field.source, item),
      );
      fields.set(field.name, { kind: 'cell-array', cells });
    } else if (field.readonly || isLock(value)) {
      fields.set(field.name, value);
    } else {
      fields.set(field.name, newCell(store, field.name, field.type, field.source, value));
    }
  }
  const own = fields.get('name');
  const object: SharedObject = { kind: 'shared', type, fields, name: typeof own === 'string' ? own : null };
  store.objects.push(object);
  return object;
}

/** A lock that nobody holds; its one cell carries the lock's own name. */
export function newLockObject(store: Store, source: Source, span: Span): SharedObject {
  refuseIfSealed(store, source, span);
  const held = newCell(store, 'held', 'boolean', source, false);
  const object: SharedObject = {
    kind: 'shared',
    type: { name: 'Lock', source, declaration: lockDeclaration },
    fields: new Map([['held', held]]),
    name: null,
  };
  store.objects.push(object);
  return object;
}

/** Processes know all objects from the start: the domains of references list them. */
function refuseIfSealed(store: Store, source: Source, span: Span): void {
  if (store.sealed)
    stop('model/setup-failed', source, span, 'a shared object is created after the system was complete');
}

/** The interface that a type argument of `shared` names. */
export function sharedTypeOf(program: Program, type: TSType, source: Source): SharedType {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier')
    return stop('model/shared-type-argument', source, type);
  const name = type.typeName.name;
  const resolved = resolveType(program, source, name);
  if (resolved === null || resolved.kind === 'word') return stop('model/unknown-type', source, type, name);
  const declaration = resolved.declaration;
  if (type.typeArguments !== null || declaration.typeParameters)
    return stop('model/generic-type', source, type, name);
  if (declaration.type !== 'TSInterfaceDeclaration') return stop('model/shared-type-argument', source, type);
  return { name, source: resolved.source, declaration };
}

interface Field {
  readonly name: string;
  readonly type: TSType;
  readonly source: Source;
  readonly readonly: boolean;
}

function fieldsOf(program: Program, source: Source, type: SharedType): Field[] {
  const declaration = type.declaration;
  if (declaration.type !== 'TSInterfaceDeclaration') return [];
  const fields: Field[] = [];
  for (const parent of declaration.extends) {
    if (parent.expression.type !== 'Identifier')
      return stop('model/unsupported', source, parent, 'base of an interface');
    const name = parent.expression.name;
    const resolved = resolveType(program, source, name);
    if (resolved?.kind !== 'declared') return stop('model/unknown-type', source, parent, name);
    fields.push(...fieldsOf(program, resolved.source, { name, ...resolved }));
  }
  for (const member of declaration.body.body) {
    if (member.type === 'TSMethodSignature' && member.key.type === 'Identifier') {
      // A method is a function that is constant: there is no step that could replace it.
      fields.push({
        name: member.key.name,
        type: { type: 'TSAnyKeyword', start: 0, end: 0 },
        source,
        readonly: true,
      });
    } else if (member.type === 'TSPropertySignature') {
      fields.push(fieldOf(member, source));
    } else {
      return stop('model/unsupported', source, member, 'member of an interface');
    }
  }
  return fields;
}

function fieldOf(member: TSPropertySignature, source: Source): Field {
  if (member.key.type !== 'Identifier' || member.typeAnnotation === null)
    return stop('model/unsupported', source, member, 'field without a plain name and a type');
  const type = member.typeAnnotation.typeAnnotation;
  return { name: member.key.name, type, source, readonly: member.readonly };
}

function newCell(
  store: Store,
  field: string,
  type: TSType | 'boolean',
  source: Source,
  initial: Value,
): Cell {
  const cell: Cell = {
    kind: 'cell',
    index: store.cells.length,
    field,
    type,
    source,
    property: store.property,
    initial,
  };
  store.cells.push(cell);
  return cell;
}

function isLock(value: Value | Cell): value is SharedObject {
  return typeof value === 'object' && value?.kind === 'shared' && value.type.declaration === lockDeclaration;
}

/** `Lock` is declared in the vocabulary, which the checker does not read: this stands for its declaration. */
const lockDeclaration = Object.freeze({
  type: 'TSTypeAliasDeclaration' as const,
  id: { type: 'Identifier' as const, name: vocabularyModule, start: 0, end: 0 },
  typeParameters: null,
  typeAnnotation: { type: 'TSNeverKeyword' as const, start: 0, end: 0 },
  declare: false,
  start: 0,
  end: 0,
});
