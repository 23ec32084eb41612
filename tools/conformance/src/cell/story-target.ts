/** What a story must come to, in words that outlive one compilation. */
import { assert, type SignalKind, type System, type Target } from '@quiesce/checker';

export type StoryTarget =
  | { readonly kind: 'signal'; readonly property: string; readonly signal: SignalKind }
  | { readonly kind: 'failure'; readonly process: number; readonly edge: number }
  /** One of which no property's `atEnd` says that a promise is broken. */
  | { readonly kind: 'deadlock' };

/** In a system that the properties of the target watch. */
export function targetIn(system: System, target: StoryTarget): Target {
  if (target.kind === 'failure') return target;
  if (target.kind === 'deadlock') return { kind: 'deadlock', silent: true };
  const property = system.properties.findIndex(({ id }) => id === target.property);
  assert(property !== -1, 'a story is only wanted of a property that watches');
  return { kind: 'signal', property, signal: target.signal };
}

/** Unique among the targets of one cell. */
export function targetName(target: StoryTarget): string {
  switch (target.kind) {
    case 'signal':
      return `${target.property} ${target.signal}`;
    case 'failure':
      return `failure ${target.process}.${target.edge}`;
    case 'deadlock':
      return 'deadlock';
  }
}
