/** The operators of the subset, on values that are known. Set-up and the unrolling of processes share them. */
import { isComposite, isTruthy, type Value } from './value.js';

/** The binary operators that there are. */
export const binaryOperators: ReadonlySet<string> = new Set([
  ...['===', '!==', '<', '<=', '>', '>='],
  ...['+', '-', '*', '%', '&', '|', '^', '<<', '>>', '>>>'],
]);

/** The result, or `null` where the operator is not in the subset or does not fit the operands. */
export function applyBinary(operator: string, left: Value, right: Value): { readonly value: Value } | null {
  if (operator === '===') return { value: left === right };
  if (operator === '!==') return { value: left !== right };
  if (operator === '+' && typeof left === 'string' && !isComposite(right))
    return { value: left + String(right) };
  if (operator === '+' && typeof right === 'string' && !isComposite(left))
    return { value: String(left) + right };
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const value = applyArithmetic(operator, left, right);
  return value === null ? null : { value };
}

function applyArithmetic(operator: string, left: number, right: number): number | boolean | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '%':
      return left % right;
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case '<<':
      return left << right;
    case '>>':
      return left >> right;
    case '>>>':
      return left >>> right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return null;
  }
}

/** As `applyBinary`. */
export function applyUnary(operator: string, operand: Value): { readonly value: Value } | null {
  if (operator === '!') return { value: !isTruthy(operand) };
  if (typeof operand !== 'number') return null;
  switch (operator) {
    case '-':
      return { value: -operand };
    case '+':
      return { value: operand };
    case '~':
      return { value: ~operand };
    default:
      return null;
  }
}
