/** What is compared: the properties of a promise before a change, and those after it. */
import { assert } from '../assert.js';
import { type Fairness, fairnesses, type PropertyInfo, type SignalKind, type System } from '../ir/system.js';

export const sides = ['before', 'after'] as const;

export type Side = (typeof sides)[number];

/**
 * Numbers of properties of one system. A side forbids a run if one of its properties does; one without properties forbids
 * none. Of permissions, a side "forbids" the runs that use it: those are what it speaks of.
 */
export type Pair = Readonly<Record<Side, readonly number[]>>;

export function otherSide(side: Side): Side {
  return side === 'before' ? 'after' : 'before';
}

export function isOf(pair: Pair, side: Side, property: number): boolean {
  return pair[side].includes(property);
}

/** Null if the two can be compared, else the reason. */
export function whyIncomparable(system: System, pair: Pair): string | null {
  const infos = infosOf(system, pair);
  const permissions = infos.filter(({ kind }) => kind === 'sometimes');
  if (permissions.length > 0 && permissions.length < infos.length)
    return 'one is a promise and the other a permission';
  const relied = new Set(infos.flatMap((one) => (one.kind === 'liveness' ? [one.fairness] : [])));
  return relied.size > 1 ? `they rely on different fairness: ${[...relied].join(', ')}` : null;
}

/** What a property says of a run that counts for its side: that the promise is broken, or the permission used. */
export function signalOf(system: System, pair: Pair): SignalKind {
  return isOfPermissions(system, pair) ? 'witnessed' : 'violated';
}

/**
 * Which runs without an end are compared: those that the liveness properties count. Without one, those in which nobody is
 * passed over for ever. Each beginning of a run goes on in such a way, so this leaves out nothing that a promise of kind
 * `always` forbids; and two promises are not told apart by a process that could step and never does.
 */
export function fairnessOf(system: System, pair: Pair): Fairness {
  const relied = infosOf(system, pair).flatMap((one) => (one.kind === 'liveness' ? [one.fairness] : []));
  return relied[0] ?? fairnesses.at(-1)!;
}

/** What a run shows not to be so that this side alone forbids, as the id of a property. */
export function claimOf(system: System, pair: Pair, side: Side): Pick<PropertyInfo, 'id' | 'clause'> {
  const verb = isOfPermissions(system, pair) ? 'uses' : 'breaks';
  const [own, other] = [idsOf(system, pair[side]), idsOf(system, pair[otherSide(side)])];
  const clause = system.properties[pair[side][0] ?? -1]?.clause ?? '';
  return {
    id: other === '' ? `no run ${verb} ${own}` : `a run that ${verb} ${own} ${verb} ${other}`,
    clause,
  };
}

/** What a run does to the promise that it does not keep, or to the permission that it uses. */
export function doneTo(system: System, pair: Pair): 'broken' | 'used' {
  return isOfPermissions(system, pair) ? 'used' : 'broken';
}

function isOfPermissions(system: System, pair: Pair): boolean {
  return infosOf(system, pair).some(({ kind }) => kind === 'sometimes');
}

function idsOf({ properties }: System, numbers: readonly number[]): string {
  return numbers.map((number) => properties[number]!.id).join(' or ');
}

function infosOf({ properties }: System, { before, after }: Pair): readonly PropertyInfo[] {
  return [...new Set([...before, ...after])].map((number) => {
    const info = properties[number];
    assert(info !== undefined, 'what is compared are properties of the system');
    return info;
  });
}
