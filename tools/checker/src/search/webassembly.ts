/** The part of the WebAssembly interface that the search uses: the compiler's library has it for browsers only. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** In pages; detaches `buffer`. Throws a RangeError where the machine has no more. */
  readonly grow: (pages: number) => number;
}

export interface WasmGlobal {
  value: number;
}

interface WebAssemblyInterface {
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared?: boolean;
  }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: WasmMemory } },
  ) => { readonly exports: unknown };
}

export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface })
  .WebAssembly;
