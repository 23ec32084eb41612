/** One file of a model: its text, its tree, and what it declares, imports and exports at the top level. */
import type { Place } from '@quiesce/contract';
import type {
  ArrowFunctionExpression,
  Expression,
  Function as FunctionNode,
  Program,
  Statement,
  TSInterfaceDeclaration,
  TSTypeAliasDeclaration,
} from 'oxc-parser';
import { type OxcError, parseSync } from 'oxc-parser';

/** 0-based offsets in UTF-16 code units, `end` exclusive: every node of the tree is one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Callable = FunctionNode | ArrowFunctionExpression;

export type TypeDeclaration = TSInterfaceDeclaration | TSTypeAliasDeclaration;

export interface Import {
  readonly span: Span;
  /** As written: `./task.js`. */
  readonly specifier: string;
  /** The exported name; `*` for the whole module. */
  readonly name: string;
}

/** A top-level value: a function, or a constant with its initialiser. */
export type Declared =
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly name: string }
  | { readonly kind: 'constant'; readonly init: Expression; readonly name: string; readonly span: Span };

export interface Source {
  /** As the host knows it. */
  readonly path: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly values: ReadonlyMap<string, Declared>;
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly imports: ReadonlyMap<string, Import>;
  /** Exported name to local name, or to a name of another module (`export { a } from '../b.js'`). */
  readonly exports: ReadonlyMap<string, string | Import>;
  readonly exportAll: readonly Import[];
  /** Statements that are neither declarations nor imports nor exports. */
  readonly loose: readonly Statement[];
}

/** Parses one file. `errors` is empty if the text is TypeScript. */
export function parseSource(
  path: string,
  text: string,
): { readonly source: Source; readonly errors: readonly { message: string; span: Span }[] } {
  const parsed = parseSync(path, text, { lang: 'ts', sourceType: 'module', preserveParens: false });
  const errors = parsed.errors.map((error: OxcError) => {
    const label = error.labels[0];
    return { message: error.message, span: { start: label?.start ?? 0, end: label?.end ?? 0 } };
  });
  return {
    source: { path, text, lineStarts: lineStartsOf(text), ...declarationsOf(parsed.program) },
    errors,
  };
}

/** Where a node stands. */
export function placeOf(source: Source, span: Span): Place {
  const from = position(source, span.start);
  const to = position(source, span.end);
  return { file: source.path, ...from, endLine: to.line, endColumn: to.column };
}

function position(source: Source, offset: number): { line: number; column: number } {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function declarationsOf(program: Program) {
  const values = new Map<string, Declared>();
  const types = new Map<string, TypeDeclaration>();
  const imports = new Map<string, Import>();
  const exports = new Map<string, string | Import>();
  const exportAll: Import[] = [];
  const loose: Statement[] = [];

  const declare = (node: Statement, exported: boolean): boolean => {
    const names: string[] = [];
    switch (node.type) {
      case 'FunctionDeclaration':
        if (node.id === null) return false;
        values.set(node.id.name, { kind: 'function', node, name: node.id.name });
        names.push(node.id.name);
        break;
      case 'VariableDeclaration':
        if (node.declare) return false;
        for (const one of node.declarations) {
          if (one.id.type !== 'Identifier' || one.init === null || node.kind !== 'const') return false;
          values.set(one.id.name, { kind: 'constant', init: one.init, name: one.id.name, span: one });
          names.push(one.id.name);
        }
        break;
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        types.set(node.id.name, node);
        names.push(node.id.name);
        break;
      default:
        return false;
    }
    if (exported) for (const name of names) exports.set(name, name);
    return true;
  };

  for (const node of program.body) {
    switch (node.type) {
      case 'ImportDeclaration':
        for (const one of node.specifiers) {
          const name =
            one.type === 'ImportSpecifier'
              ? nameOf(one.imported)
              : one.type === 'ImportNamespaceSpecifier'
                ? '*'
                : 'default';
          imports.set(one.local.name, { span: one, specifier: node.source.value, name });
        }
        break;
      case 'ExportNamedDeclaration':
        if (node.declaration !== null) {
          if (!declare(node.declaration, true)) loose.push(node.declaration);
        }
        for (const one of node.specifiers) {
          const local = nameOf(one.local);
          exports.set(
            nameOf(one.exported),
            node.source === null ? local : { span: one, specifier: node.source.value, name: local },
          );
        }
        break;
      case 'ExportAllDeclaration':
        exportAll.push({ span: node, specifier: node.source.value, name: '*' });
        break;
      default:
        if (!declare(node as Statement, false)) loose.push(node as Statement);
    }
  }
  return { values, types, imports, exports, exportAll, loose };
}

function nameOf(name: { readonly type: string; readonly name?: string; readonly value?: unknown }): string {
  return name.name ?? String(name.value);
}
