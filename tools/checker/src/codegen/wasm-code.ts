/**
 * WebAssembly instructions as values: enough of an assembler for the explorer.
 *
 * An instruction is written as an expression, `i32.and(get(0), i32.number(7))`. The trick is that code is a rope,
 * arrays of bytes and of ropes: composing costs nothing, and `bytesOf` flattens it once.
 */
export type Code = number | readonly Code[];

/** Does nothing. */
export const nothing: Code = [];

const emptyBlock = 0x40;
const end = 0x0b;

/** A number as unsigned LEB128; from 0 to 2 ** 32 - 1. */
export function unsigned(value: number): Code {
  if (value < 0x80) return value;
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}

/** A 32-bit integer as signed LEB128. */
export function signed(value: number): Code {
  if (value >= -0x40 && value < 0x40) return value & 0x7f;
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -0x40 || rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  bytes.push(rest & 0x7f);
  return bytes;
}

const one = (opcode: number) => (a: Code) => [a, opcode];
const two = (opcode: number) => (a: Code, b: Code) => [a, b, opcode];
/** `offset` is a byte offset that the processor adds to the address. */
const load = (opcode: number, align: number) => (address: Code, offset: number) => [
  address,
  opcode,
  align,
  unsigned(offset),
];
const store = (opcode: number, align: number) => (address: Code, value: Code, offset: number) => [
  address,
  value,
  opcode,
  align,
  unsigned(offset),
];

export const i32 = {
  number: (value: number): Code => [0x41, signed(value)],
  load: load(0x28, 2),
  store: store(0x36, 2),
  store8: store(0x3a, 0),
  eqz: one(0x45),
  trailingZeros: one(0x68),
  eq: two(0x46),
  ne: two(0x47),
  lessUnsigned: two(0x49),
  add: two(0x6a),
  sub: two(0x6b),
  mul: two(0x6c),
  divideUnsigned: two(0x6e),
  and: two(0x71),
  or: two(0x72),
  xor: two(0x73),
  shiftLeft: two(0x74),
  shiftRight: two(0x76),
  rotateLeft: two(0x77),
};

const atomic = 0xfe;
const wordAlign = 2;

/** On shared memory. Each comes before or after any other one, the same for all threads; addresses are aligned. */
export const atomic32 = {
  load: (address: Code, offset: number): Code => [address, atomic, 0x10, wordAlign, unsigned(offset)],
  store: (address: Code, value: Code, offset: number): Code => [
    address,
    value,
    atomic,
    0x17,
    wordAlign,
    unsigned(offset),
  ],
  /** Gives what was there before. */
  add: (address: Code, value: Code, offset: number): Code => [
    address,
    value,
    atomic,
    0x1e,
    wordAlign,
    unsigned(offset),
  ],
  /** Writes `value` where `expected` is, and gives what was there before. */
  compareExchange: (address: Code, expected: Code, value: Code, offset: number): Code => [
    address,
    expected,
    value,
    atomic,
    0x48,
    wordAlign,
    unsigned(offset),
  ],
  /** Sleeps until woken, unless the word is not `expected`. */
  wait: (address: Code, expected: Code, offset: number): Code => [
    address,
    expected,
    forEver,
    atomic,
    0x01,
    wordAlign,
    unsigned(offset),
    drop,
  ],
  /** Wakes all that sleep at the word. */
  notify: (address: Code, offset: number): Code => [
    address,
    i32.number(-1),
    atomic,
    0x00,
    wordAlign,
    unsigned(offset),
    drop,
  ],
};

/** -1 as a 64-bit integer: no timeout. */
const forEver: Code = [0x42, 0x7f];
const drop = 0x1a;

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const tee = (local: number, value: Code): Code => [value, 0x22, unsigned(local)];
export const getGlobal = (global: number): Code => [0x23, unsigned(global)];
export const setGlobal = (global: number, value: Code): Code => [value, 0x24, unsigned(global)];
export const call = (index: number, ...values: readonly Code[]): Code => [values, 0x10, unsigned(index)];
/** `a` where the condition is not 0, else `b`; both are computed. */
export const select = (a: Code, b: Code, condition: Code): Code => [a, b, condition, 0x1b];
export const giveBack = (value: Code): Code => [value, 0x0f];

export const block = (body: Code): Code => [0x02, emptyBlock, body, end];
export const loop = (body: Code): Code => [0x03, emptyBlock, body, end];
/** Leaves the `depth`-th construct around it, counted from 0; goes back to the start where that is a loop. */
export const branch = (depth: number): Code => [0x0c, unsigned(depth)];
export const branchIf = (depth: number, condition: Code): Code => [condition, 0x0d, unsigned(depth)];

export function when(condition: Code, then: Code, otherwise: Code = nothing): Code {
  const alternative = isEmpty(otherwise) ? nothing : [0x05, otherwise];
  return [condition, 0x04, emptyBlock, then, alternative, end];
}

/** Runs `cases[choice[value]]`, or nothing where `choice` has no case for the value. No case branches out of itself. */
export function choose(value: Code, choice: readonly (number | undefined)[], cases: readonly Code[]): Code {
  const table = choice.map((one) => unsigned(one ?? cases.length));
  const jump = [value, 0x0e, unsigned(table.length), table, unsigned(cases.length)];
  const nested = cases.reduce<Code>(
    (inner, body, index) => [block(inner), body, branch(cases.length - 1 - index)],
    jump,
  );
  return block(nested);
}

export function isEmpty(code: Code): boolean {
  return typeof code !== 'number' && code.every(isEmpty);
}

export function bytesOf(code: Code): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(1024);
  let length = 0;
  const append = (part: readonly Code[]): void => {
    // Neither a call nor an iterator for each byte: they would take most of the time.
    for (let index = 0; index < part.length; index++) {
      const one = part[index]!;
      if (typeof one !== 'number') {
        append(one);
        continue;
      }
      if (length === bytes.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = one;
    }
  };
  append([code]);
  return bytes.slice(0, length);
}
