/** The places of a model at which something is ordered, as they stand in the source: one for all points that it unrolls to. */
import type { Action, Point, System } from '@quiesce/checker';
import type { Place } from '@quiesce/contract';

export const barrierKinds = ['smp_mb', 'smp_mb_on', 'smp_rmb', 'smp_wmb', 'acquire', 'release'] as const;

export type BarrierKind = (typeof barrierKinds)[number];

export interface BarrierSite {
  readonly kind: BarrierKind;
  readonly place: Place;
  /** Those that it stands in; ascending. Empty in a function without a name. */
  readonly functions: readonly string[];
}

/** By file, line and column. */
export function barrierSites(systems: readonly System[]): readonly BarrierSite[] {
  const found = new Map<string, BarrierSite>();
  for (const { processes } of systems)
    for (const point of processes.flatMap(({ points }) => points)) {
      const kind = barrierKindOf(point.action);
      if (kind === null) continue;
      const { place, functions } = point;
      const known = found.get(placeKey(place))?.functions ?? [];
      const names = [...new Set([...known, ...functions.slice(-1)])].sort();
      found.set(placeKey(place), { kind, place, functions: names });
    }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

export function isAt({ place }: BarrierSite, point: Point): boolean {
  return placeKey(point.place) === placeKey(place);
}

function barrierKindOf(action: Action): BarrierKind | null {
  switch (action.kind) {
    case 'fence':
      return action.on === undefined ? `smp_${action.order}` : 'smp_mb_on';
    case 'read':
      return action.order === 'acquire' ? 'acquire' : null;
    case 'write':
      return action.order === 'release' ? 'release' : null;
    default:
      return null;
  }
}

function placeKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
