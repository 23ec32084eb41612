/** `record.detach-running.noCallbackAfterZero-violated.itf.json`: one name for each story, safe on every file system. */
import { targetName } from '../cell/story-target.js';
import type { WantedStory } from '../verdict/wanted-stories.js';

export function traceFileName({ cell, target }: WantedStory): string {
  const parts = [cell.id.replaceAll('/', '.'), targetName(target).replaceAll(' ', '-').replaceAll('/', '.')];
  return `${parts.join('.')}.itf.json`;
}
