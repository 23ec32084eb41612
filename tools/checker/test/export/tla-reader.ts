/**
 * The part of TLA+ that is exported, read and run: so that the text is known to parse, and to mean what it should, where no
 * TLC is at hand. Lists of conjunctions and disjunctions go by their columns, as in TLA+.
 */
export type Value = string | boolean | ReadonlyMap<string, Value>;

interface Token {
  readonly text: string;
  readonly column: number;
  readonly line: number;
}

interface Definition {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

type Scope = ReadonlyMap<string, Value>;
/** `next`: of `s'`, when it has been said. Gives all ways in which the expression is true, for actions; else one value. */
type Expression = (scope: Scope) => Value | Action;
type Action = { readonly kind: 'action'; readonly next: readonly ReadonlyMap<string, Value>[] };

export interface TlaModule {
  readonly name: string;
  readonly initial: ReadonlyMap<string, Value>;
  /** States after each way to take the action. */
  readonly successors: (
    state: ReadonlyMap<string, Value>,
    action: string,
  ) => readonly ReadonlyMap<string, Value>[];
  readonly holds: (state: ReadonlyMap<string, Value>, predicate: string) => boolean;
}

const tokenPattern =
  /\s+|\\\*.*|"(?:[^"\\]|\\.)*"|[A-Za-z0-9_]+|\|->|==|\/\\|\\\/|\\in|\[\]\[|[-=.,!'()[\]{}~]|<<|>>/gy;

export function readTla(text: string): TlaModule {
  const header = /^---- MODULE ([A-Za-z][A-Za-z0-9_]*) ----\n/.exec(text);
  const end = text.indexOf('\n====');
  if (header === null || end === -1) throw new Error('a module has a first and a last line');
  const tokens = tokensOf(text.slice(header[0].length, end));
  const definitions = new Map<string, Definition>();
  let at = 0;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? { text: '', column: 0, line: 0 };
  const take = (expected?: string): string => {
    const { text: got, line } = peek();
    if (expected !== undefined && got !== expected)
      throw new Error(`line ${line}: unexpected ${JSON.stringify(got)}, expected ${expected}`);
    at++;
    return got;
  };

  /** Tokens left of `column` do not belong to an item of a list that stands there. */
  const expression = (column: number): Expression => {
    const first = peek();
    if (first.text === '/\\' || first.text === '\\/') return list(first.text, first.column);
    let left = comparison(column);
    while ((peek().text === '/\\' || peek().text === '\\/') && peek().column > column) {
      const operator = take();
      left = joined(operator, [left, comparison(column)]);
    }
    return left;
  };
  const list = (bullet: string, column: number): Expression => {
    const items: Expression[] = [];
    while (peek().text === bullet && peek().column === column) {
      take();
      items.push(expression(column));
    }
    return joined(bullet, items);
  };
  const comparison = (column: number): Expression => {
    const left = primary(column);
    if (peek().column <= column) return left;
    if (peek().text === '=') {
      take();
      const right = primary(column);
      return (scope) => equal(left(scope), right(scope));
    }
    if (peek().text === '\\in') {
      take();
      take('{');
      const items: Expression[] = [];
      while (peek().text !== '}') {
        items.push(primary(-1));
        if (peek().text !== '}') take(',');
      }
      take('}');
      return (scope) => items.some((item) => item(scope) === left(scope));
    }
    return left;
  };
  const fieldsOf = (start: string, arrow: string): readonly (readonly [string, Expression])[] => {
    const fields: (readonly [string, Expression])[] = [];
    for (;;) {
      if (start !== '') {
        take('!');
        take('.');
      }
      const name = take();
      take(arrow);
      fields.push([name, primary(-1)]);
      if (take() === ']') return fields;
    }
  };
  const primary = (column: number): Expression => {
    const text = take();
    if (text.startsWith('"')) {
      const value = JSON.parse(text) as string;
      return () => value;
    }
    switch (text) {
      case 'TRUE':
        return () => true;
      case 'FALSE':
        return () => false;
      case '~': {
        const inner = primary(column);
        return (scope) => inner(scope) !== true;
      }
      case '(': {
        const inner = expression(-1);
        take(')');
        return inner;
      }
      case 'ENABLED': {
        const inner = primary(column);
        return (scope) => successorsIn(inner(scope)).length > 0;
      }
      case 'UNCHANGED':
        take('s');
        return (scope) => ({ kind: 'action', next: [scope.get('s') as ReadonlyMap<string, Value>] });
      case 'IF': {
        const condition = expression(-1);
        take('THEN');
        const yes = expression(-1);
        take('ELSE');
        const no = expression(-1);
        return (scope) => (condition(scope) === true ? yes(scope) : no(scope));
      }
      case '[': {
        if (peek(1).text === 'EXCEPT') {
          const base = primary(-1);
          take('EXCEPT');
          const fields = fieldsOf('!', '=');
          return (scope) => {
            const changed = new Map(base(scope) as ReadonlyMap<string, Value>);
            for (const [name, value] of fields) {
              if (!changed.has(name)) throw new Error(`no field ${name}`);
              changed.set(name, value(scope) as Value);
            }
            return changed;
          };
        }
        // The base may be an operator of a record.
        const start = at;
        const name = take();
        if (peek().text === '|->') {
          at = start;
          const fields = fieldsOf('', '|->');
          return (scope) => new Map(fields.map(([field, value]) => [field, value(scope) as Value]));
        }
        throw new Error(`unexpected [${name}`);
      }
      case 's':
        if (peek().text === "'") {
          take();
          take('=');
          const value = primary(column);
          return (scope) => ({ kind: 'action', next: [value(scope) as ReadonlyMap<string, Value>] });
        }
        return suffixed('s');
      default:
        return suffixed(text);
    }
  };
  const suffixed = (name: string): Expression => {
    if (!/^[A-Za-z]/.test(name)) throw new Error(`line ${peek().line}: unexpected ${JSON.stringify(name)}`);
    if (peek().text === '.') {
      take();
      const field = take();
      return (scope) => {
        const value = (scope.get(name) as ReadonlyMap<string, Value> | undefined)?.get(field);
        if (value === undefined) throw new Error(`no field ${name}.${field}`);
        return value;
      };
    }
    const values: Expression[] = [];
    if (peek().text === '(') {
      take();
      while (true) {
        values.push(expression(-1));
        if (take() === ')') break;
      }
    }
    return (scope) => {
      const bound = scope.get(name);
      if (bound !== undefined) return bound;
      // Without StopAtViolation it is TRUE.
      if (name === 'Violated') return true;
      const definition = definitions.get(name);
      if (definition === undefined || definition.parameters.length !== values.length)
        throw new Error(`no operator ${name} of ${values.length}`);
      const own = new Map(scope);
      definition.parameters.forEach((parameter, index) => {
        own.set(parameter, values[index]!(scope) as Value);
      });
      return definition.body(own);
    };
  };

  take('EXTENDS');
  take('TLC');
  take('CONSTANT');
  take('StopAtViolation');
  take('VARIABLE');
  take('s');
  let initial: Expression | undefined;
  while (at < tokens.length) {
    const name = take();
    const parameters: string[] = [];
    if (peek().text === '(') {
      take();
      while (true) {
        parameters.push(take());
        if (take() === ')') break;
      }
    }
    take('==');
    if (definitions.has(name)) throw new Error(`${name} is defined twice`);
    if (name === 'Violated' || name === 'Spec') {
      while (at < tokens.length && peek().column > 0) at++;
      continue;
    }
    if (name === 'Init') {
      take('s');
      take('=');
      initial = primary(-1);
      continue;
    }
    definitions.set(name, { parameters, body: expression(0) });
  }
  const run = (name: string, state: ReadonlyMap<string, Value>) =>
    definitions.get(name)!.body(new Map([['s', state]]));
  return {
    name: header[1]!,
    initial: initial!(new Map()) as ReadonlyMap<string, Value>,
    successors: (state, action) => successorsIn(run(action, state)),
    holds: (state, predicate) => run(predicate, state) === true,
  };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  text.split('\n').forEach((content, index) => {
    let column = 0;
    while (column < content.length) {
      tokenPattern.lastIndex = column;
      const match = tokenPattern.exec(content);
      if (match === null) throw new Error(`line ${index + 2}: unexpected ${content.slice(column)}`);
      const [token] = match;
      if (!/^\s|^\\\*/.test(token)) tokens.push({ text: token, column, line: index + 2 });
      column += token.length;
    }
  });
  return tokens;
}

function joined(operator: string, items: readonly Expression[]): Expression {
  return (scope) => {
    if (operator === '\\/') {
      const results = items.map((item) => item(scope));
      const actions = results.flatMap(successorsIn);
      return actions.length > 0 ? { kind: 'action', next: actions } : results.some((one) => one === true);
    }
    let result: Value | Action = true;
    for (const item of items) {
      const one = item(scope);
      if (one === false || (isAction(one) && one.next.length === 0)) return false;
      if (one !== true) result = one;
    }
    return result;
  };
}

function equal(a: Value | Action, b: Value | Action): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') throw new Error('only strings are compared');
  return a === b;
}

function isAction(value: Value | Action): value is Action {
  return typeof value === 'object' && 'kind' in value;
}

function successorsIn(value: Value | Action): readonly ReadonlyMap<string, Value>[] {
  return isAction(value) ? value.next : [];
}
