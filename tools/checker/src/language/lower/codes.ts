/** The lowered functions of one model; each is lowered once, when it is first called. */

import { Stop } from '../problems.js';
import type { Program } from '../program/program.js';
import type { Callable } from '../program/source.js';
import type { FunctionValue } from '../value.js';
import type { Code } from './code.js';
import { lowerFunction } from './function.js';

export interface Codes {
  /** Stops the compilation with all problems of the function if it is not in the subset. */
  readonly codeOf: (value: FunctionValue) => Code;
}

export function newCodes(program: Program): Codes {
  const known = new Map<Callable, Code>();
  return {
    codeOf(value) {
      const found = known.get(value.node);
      if (found !== undefined) return found;
      const { code, diagnostics } = lowerFunction(program, value.source, value.node, value.name);
      if (diagnostics.length > 0) throw new Stop(diagnostics);
      known.set(value.node, code);
      return code;
    },
  };
}
