/**
 * Puts functions together to a WebAssembly module (the binary format of the core specification, 1.0).
 *
 * What the explorer needs and no more: one memory, which is imported so that it can be shared later, 32-bit globals
 * that the host sets and reads, and functions, some of them exported.
 */
import { bytesOf, type Code, signed, unsigned, type ValueType, valueTypeByte } from './wasm-code.js';

export interface FunctionCode {
  /** Exported under this name. */
  readonly name?: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** After the parameters, which are the first locals. */
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

export interface ModuleCode {
  /** The memory is the import `host.memory`. */
  readonly memoryPages: { readonly least: number; readonly most: number };
  /** Mutable 32-bit integers that start at 0, exported under these names. */
  readonly globals: readonly string[];
  readonly functions: readonly FunctionCode[];
}

const section = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 } as const;
const kind = { function: 0, memory: 2, global: 3 } as const;

export function moduleBytes(module: ModuleCode): Uint8Array<ArrayBuffer> {
  const { memoryPages, globals, functions } = module;
  const types = new Map(functions.map((code) => [typeOf(code).join(), typeOf(code)]));
  const typeKeys = [...types.keys()];
  const entries = (id: number, codes: readonly Code[]): Uint8Array => sectionOf(id, codes.map(bytesOf));
  return joined([
    Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00),
    entries(section.type, [...types.values()]),
    entries(section.import, [
      [text('host'), text('memory'), kind.memory, 1, unsigned(memoryPages.least), unsigned(memoryPages.most)],
    ]),
    entries(
      section.function,
      functions.map((code) => unsigned(typeKeys.indexOf(typeOf(code).join()))),
    ),
    entries(
      section.global,
      globals.map(() => [valueTypeByte.i32, 1, 0x41, signed(0), 0x0b]),
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

function typeOf({ parameters, results }: FunctionCode): number[] {
  const list = (types: readonly ValueType[]) => [types.length, ...types.map((type) => valueTypeByte[type])];
  return [0x60, ...list(parameters), ...list(results)];
}

function bodyOf({ locals, body }: FunctionCode): Uint8Array {
  const declared = locals.map((type) => [1, valueTypeByte[type]]);
  const bytes = bytesOf([unsigned(declared.length), declared, body, 0x0b]);
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
