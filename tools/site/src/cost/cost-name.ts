/** What a measured row is called. */
import type { Cost } from '@quiesce/kernel';

export function costName({ option, callback }: Pick<Cost, 'option' | 'callback'>): string {
  return callback === undefined ? option : `${option}, ${callback}`;
}
