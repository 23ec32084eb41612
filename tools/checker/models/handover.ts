import {
  applies,
  type Int,
  type Model,
  observation,
  on,
  type Property,
  type Scenario,
  shared,
  smp_mb,
  violated,
  type World,
  when,
} from '@quiesce/checker/language';

// State: mutable fields are cells with a finite domain, readonly fields are constants.
interface Buffer {
  readonly name: string;
  ready: boolean;
  readers: Int<0, 2>;
}

// A design option is an object of functions; the scenario does not know which one it gets.
interface Option {
  readonly enter: (buffer: Buffer) => boolean;
  readonly leave: (buffer: Buffer) => void;
  readonly drain: (buffer: Buffer) => void;
}

const reads = observation<[buffer: Buffer]>('reads');
const frees = observation<[buffer: Buffer]>('frees');

// Processes: every access to a cell is one step, and so is an observation.
function reader(buffer: Buffer, option: Option): void {
  if (!option.enter(buffer)) return;
  reads(buffer);
  option.leave(buffer);
}

function owner(buffer: Buffer, option: Option): void {
  buffer.ready = false;
  smp_mb();
  option.drain(buffer);
  frees(buffer);
}

const unprotected: Option = {
  enter(buffer) {
    return buffer.ready;
  },
  leave() {},
  drain() {},
};

const recorded: Option = {
  enter(buffer) {
    buffer.readers = 1;
    smp_mb();
    if (buffer.ready) return true;
    buffer.readers = 0;
    return false;
  },
  leave(buffer) {
    buffer.readers = 0;
  },
  drain(buffer) {
    when(buffer.readers === 0);
  },
};

interface Handover extends World {
  readonly buffer: Buffer;
}

// A scenario builds a closed system: ordinary code that runs once, before the exploration.
const oneReader: Scenario<Option, Handover> = {
  id: 'one-reader',
  title: 'the owner frees while a reader comes',
  sizes: {},
  build(option) {
    const buffer = shared<Buffer>({ name: 'buffer', ready: true, readers: 0 });
    return {
      buffer,
      processes: [
        { name: 'reader', body: () => reader(buffer, option) },
        { name: 'owner', body: () => owner(buffer, option) },
      ],
    };
  },
};

// A property remembers what it needs in cells of its own, and speaks at observations.
interface Memory {
  freed: boolean;
}

const noReadAfterFree: Property<Handover> = {
  id: 'buffer/noReadAfterFree',
  clause: 'buffer.freed-is-unread',
  kind: 'always',
  monitor() {
    const memory = shared<Memory>({ freed: false });
    return [
      on(frees, () => {
        memory.freed = true;
        applies();
      }),
      on(reads, () => {
        if (memory.freed) violated();
      }),
    ];
  },
};

export const model: Model<Option, Handover> = {
  options: { unprotected, recorded },
  scenarios: [oneReader],
  properties: [noReadAfterFree],
  mutants: [
    {
      id: 'M01',
      title: 'the reader looks before it records',
      source: 'a classic: check, then announce',
      of: 'recorded',
      option: {
        ...recorded,
        enter(buffer) {
          if (!buffer.ready) return false;
          buffer.readers = 1;
          return true;
        },
      },
      scenario: oneReader,
      caughtBy: 'buffer/noReadAfterFree',
    },
  ],
};
