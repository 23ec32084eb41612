/**
 * The entries of the table, as WebAssembly: what stands in one, where the look-up of a hash starts, and how it goes on.
 *
 *     states         one word: the number of the state + 1 in as many bits as the table has address bits, and above it
 *                    the lower bits of the hash; the state itself is compared
 *     fingerprints   two words: a second hash, which is not 0, and the hash; nothing else is known of the state
 *
 * 0 is empty. The upper bits of the hash tell where a look-up starts.
 */
import {
  atomic32,
  branch,
  branchIf,
  type Code,
  get,
  i32,
  loop,
  nothing,
  select,
  set,
  tee,
  when,
} from './wasm-code.js';
import { global, type MemoryPlan } from './wasm-memory.js';

/** The locals that hold a copy of what the globals of the same meaning hold, which take longer to read. */
export interface Table {
  readonly table: number;
  readonly bits: number;
}

/** The locals of a look-up. */
export interface LookUp extends Table {
  readonly hash: number;
  readonly slot: number;
  readonly address: number;
  readonly entry: number;
  /** What an entry has of the state besides its number, or its second hash. */
  readonly tag: number;
  readonly words: readonly number[];
}

export interface Entries {
  /** Sets the tag. */
  readonly prepare: Code;
  /** Goes on from `slot`: leaves the block around it where the entry is empty, and `depth` constructs where it is the state's. */
  readonly search: (depth: number) => Code;
  /** Puts the next state that is found into the empty entry. */
  readonly put: Code;
}

export function entriesOf(plan: MemoryPlan, lookUp: LookUp): Entries {
  return plan.fingerprintBits === null ? statesIn(plan, lookUp) : fingerprintsIn(plan, lookUp);
}

function statesIn(plan: MemoryPlan, lookUp: LookUp): Entries {
  const { hash, slot, address, entry, tag, words, bits } = lookUp;
  const isShared = plan.sharing === 'shared';
  const entryAt = isShared ? atomic32.load(get(slot), 0) : i32.load(get(slot), 0);
  const newEntry = i32.or(get(tag), i32.add(global('states'), i32.number(1)));
  return {
    prepare: set(tag, i32.shiftLeft(get(hash), get(bits))),
    search: (depth) =>
      loop([
        branchIf(1, i32.eqz(tee(entry, entryAt))),
        // Without the tag an entry that may be the right one is a number.
        when(
          i32.lessUnsigned(
            tee(entry, i32.xor(get(entry), get(tag))),
            i32.shiftLeft(i32.number(1), get(bits)),
          ),
          [
            set(address, i32.mul(get(entry), i32.number(plan.stateBytes))),
            branchIf(
              depth + 1,
              sameWords(words, (word) => i32.load(get(address), plan.arena - plan.stateBytes + 4 * word)),
            ),
          ],
        ),
        nextSlot(plan, slot, lookUp),
        branch(0),
      ]),
    // Where somebody else has taken the entry meanwhile, the search goes on from it.
    put: isShared
      ? branchIf(0, atomic32.compareExchange(get(slot), i32.number(0), newEntry, 0))
      : i32.store(get(slot), newEntry, 0),
  };
}

function fingerprintsIn(plan: MemoryPlan, lookUp: LookUp): Entries {
  const { hash, slot, entry, tag, words } = lookUp;
  const bits = plan.fingerprintBits!;
  return {
    prepare: [
      mixInto(tag, words.map(get), checkMix),
      // Of shorter fingerprints, for tests: the upper bits of the hash first.
      bits < 64 ? set(tag, i32.and(get(tag), i32.number(lowerOnes(bits - 32)))) : nothing,
      bits < 32 ? set(hash, i32.and(get(hash), i32.number(~lowerOnes(32 - bits)))) : nothing,
      set(tag, select(get(tag), i32.number(1), get(tag))),
    ],
    search: (depth) =>
      loop([
        branchIf(1, i32.eqz(tee(entry, i32.load(get(slot), 0)))),
        when(i32.eq(get(entry), get(tag)), branchIf(depth + 1, i32.eq(i32.load(get(slot), 4), get(hash)))),
        nextSlot(plan, slot, lookUp),
        branch(0),
      ]),
    put: [i32.store(get(slot), get(tag), 0), i32.store(get(slot), get(hash), 4)],
  };
}

/** From 0 to 31 of them. */
function lowerOnes(count: number): number {
  return count <= 0 ? 0 : 2 ** count - 1;
}

export function loadTable({ table, bits }: Table): Code {
  return [set(table, global('table')), set(bits, global('tableBits'))];
}

/** The address of the entry where the look-up of a hash starts. */
export function slotOf({ entryBytes }: MemoryPlan, { table, bits }: Table, hash: Code): Code {
  // The processor takes a shift modulo 32, so minus the bits is 32 minus the bits.
  const number = i32.shiftRight(hash, i32.sub(i32.number(0), get(bits)));
  return i32.add(get(table), i32.shiftLeft(number, i32.number(Math.log2(entryBytes))));
}

export function nextSlot({ entryBytes }: MemoryPlan, slot: number, { table }: Table): Code {
  return [
    set(slot, i32.add(get(slot), i32.number(entryBytes))),
    when(i32.eq(get(slot), global('tableEnd')), set(slot, get(table))),
  ];
}

/** Not 0 where each word is the one in its local. */
export function sameWords(locals: readonly number[], word: (index: number) => Code): Code {
  return locals.map((local, index) => i32.eq(word(index), get(local))).reduce((a, b) => i32.and(a, b));
}

/**
 * The hash of a state. Where the state is compared after it, multiply and rotate for each word, and an avalanche at the end,
 * is enough: a change of the upper bits of one word can be undone by one of the next. A fingerprint must not have that.
 */
export function hashInto(plan: MemoryPlan, hash: number, words: readonly Code[]): Code {
  if (plan.fingerprintBits !== null) return mixInto(hash, words, hashMix);
  const mixed = words.reduce<Code>(
    (mix, word) => i32.rotateLeft(i32.mul(i32.xor(mix, word), i32.number(0x9e3779b1)), i32.number(15)),
    i32.number(0),
  );
  const folded = (bits: number): Code => i32.xor(get(hash), i32.shiftRight(get(hash), i32.number(bits)));
  return [
    set(hash, mixed),
    set(hash, i32.mul(folded(16), i32.number(0x85ebca6b))),
    set(hash, i32.mul(folded(13), i32.number(0xc2b2ae35))),
    set(hash, folded(16)),
  ];
}

/** A permutation of 32 bits: fold, multiply, fold, multiply, fold. */
interface Mix {
  readonly seed: number;
  readonly folds: readonly [number, number, number];
  readonly factors: readonly [number, number];
}

/** Both were searched for least bias by Wellons, "Prospecting for hash functions" (2018): lowbias32 and the rounds of triple32. */
const hashMix: Mix = { seed: 0, folds: [16, 15, 16], factors: [0x7feb352d, 0x846ca68b] };
const checkMix: Mix = { seed: 0x9e3779b1, folds: [17, 11, 15], factors: [0xed5ad4bb, 0xac4c1b51] };

/** Each word is mixed through all of the hash before the next one comes. */
function mixInto(hash: number, words: readonly Code[], { seed, folds, factors }: Mix): Code {
  const folded = (bits: number): Code => i32.xor(get(hash), i32.shiftRight(get(hash), i32.number(bits)));
  return [
    set(hash, i32.number(seed)),
    words.map((word) => [
      set(hash, i32.xor(get(hash), word)),
      set(hash, i32.mul(folded(folds[0]), i32.number(factors[0]))),
      set(hash, i32.mul(folded(folds[1]), i32.number(factors[1]))),
      set(hash, folded(folds[2])),
    ]),
  ];
}
