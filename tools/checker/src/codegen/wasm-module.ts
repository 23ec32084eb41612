/**
 * Puts functions together to a WebAssembly module (the binary format of the core specification, 1.0, and shared
 * memory from the proposal for threads).
 *
 * What the explorer needs and no more: one memory, which is imported so that threads can share it, 32-bit globals
 * that the host sets and reads, and functions, some of them exported.
 */
import { bytesOf, type Code, i32, unsigned } from './wasm-code.js';

/** All values are 32-bit integers. */
export interface FunctionCode {
  /** Exported under this name. */
  readonly name?: string;
  /** How many there are; they are the first locals. */
  readonly parameters: number;
  readonly results: 0 | 1;
  /** How many there are after the parameters; they start at 0. */
  readonly locals: number;
  readonly body: Code;
}

export interface ModuleCode {
  /** The memory is the import `host.memory`. */
  readonly memoryPages: { readonly least: number; readonly most: number };
  readonly isShared: boolean;
  /** Mutable 32-bit integers that start at 0, exported under these names. */
  readonly globals: readonly string[];
  readonly functions: readonly FunctionCode[];
}

const section = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 } as const;
/** The type of a value. */
const integer = 0x7f;
const kind = { function: 0, memory: 2, global: 3 } as const;

export function moduleBytes(module: ModuleCode): Uint8Array<ArrayBuffer> {
  const { memoryPages, isShared, globals, functions } = module;
  const limits = isShared ? 3 : 1;
  const keyOf = ({ parameters, results }: FunctionCode): string => `${parameters} ${results}`;
  const types = new Map(functions.map((code) => [keyOf(code), typeOf(code)]));
  const typeKeys = [...types.keys()];
  const entries = (id: number, codes: readonly Code[]): Uint8Array => sectionOf(id, codes.map(bytesOf));
  return joined([
    Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00),
    entries(section.type, [...types.values()]),
    entries(section.import, [
      [
        text('host'),
        text('memory'),
        kind.memory,
        limits,
        unsigned(memoryPages.least),
        unsigned(memoryPages.most),
      ],
    ]),
    entries(
      section.function,
      functions.map((code) => unsigned(typeKeys.indexOf(keyOf(code)))),
    ),
    entries(
      section.global,
      globals.map(() => [integer, 1, i32.number(0), 0x0b]),
    ),
    entries(section.export, [
      ...globals.map((name, index) => [text(name), kind.global, unsigned(index)]),
      ...functions.flatMap(({ name }, index) =>
        name === undefined ? [] : [[text(name), kind.function, unsigned(index)]],
      ),
    ]),
    sectionOf(section.code, functions.map(bodyOf)),
  ]);
}

function typeOf({ parameters, results }: FunctionCode): Code {
  const values = (count: number): Code => [unsigned(count), Array.from({ length: count }, () => integer)];
  return [0x60, values(parameters), values(results)];
}

function bodyOf({ locals, body }: FunctionCode): Uint8Array {
  const bytes = bytesOf([1, unsigned(locals), integer, body, 0x0b]);
  return joined([bytesOf(unsigned(bytes.length)), bytes]);
}

function sectionOf(id: number, entries: readonly Uint8Array[]): Uint8Array {
  const content = joined([bytesOf(unsigned(entries.length)), ...entries]);
  return joined([bytesOf([id, unsigned(content.length)]), content]);
}

function text(value: string): Code {
  const bytes = [...new TextEncoder().encode(value)];
  return [unsigned(bytes.length), bytes];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
