/** What became of the objections: which are new, which are gone, and which have another state or other words. */
import type { Objection } from '@quiesce/contract';

export interface ObjectionDifference {
  readonly id: string;
  /** `state`: among other things, its state is another one. */
  readonly change: 'added' | 'removed' | 'state' | 'changed';
  readonly before?: Objection;
  readonly after?: Objection;
}

/** In the order of the later revision, those that are gone last. */
export function diffObjections(
  before: readonly Objection[],
  after: readonly Objection[],
): readonly ObjectionDifference[] {
  const find = (list: readonly Objection[], { id }: Objection) => list.find((one) => one.id === id);
  const present = after.flatMap((objection): readonly ObjectionDifference[] => {
    const old = find(before, objection);
    if (old === undefined) return [{ id: objection.id, change: 'added', after: objection }];
    if (contentOf(old) === contentOf(objection)) return [];
    const change = old.state === objection.state ? 'changed' : 'state';
    return [{ id: objection.id, change, before: old, after: objection }];
  });
  const gone = before.filter((objection) => find(after, objection) === undefined);
  return [
    ...present,
    ...gone.map((objection) => ({ id: objection.id, change: 'removed' as const, before: objection })),
  ];
}

/** The values without their places, as one text. The fields of an objection stand in one order. */
function contentOf({ places: _, ...content }: Objection): string {
  return JSON.stringify(content);
}
