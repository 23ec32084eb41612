/** Goes through the series and configurations that are asked for, one after the other. */
import { nearestWord, ToolError } from '@quiesce/contract';
import { configsOf } from '@quiesce/kernel';
import { chooseSeries, pristine } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import type { Shop } from './shop.js';
import { StepError } from './step-error.js';

export interface Combination {
  readonly id: string;
  readonly config: string;
}

/** All of one configuration together, since they share a working tree; a series after what it is on. */
export function combinations(shop: Shop, { series, under }: KernelRequest): readonly Combination[] {
  const { kernel } = shop.project;
  const known = Object.keys(kernel.configs);
  for (const name of under)
    if (!known.includes(name)) {
      const near = nearestWord(name, known);
      throw new ToolError(`Unexpected configuration ${JSON.stringify(name)}, expected ${known.join(', ')}`, {
        ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
      });
    }
  const ids = chooseSeries(shop.project, series);
  const asked = (id: string): readonly string[] =>
    under.length > 0 ? under : id === pristine ? known.slice(0, 1) : configsOf(kernel, id);
  return known.flatMap((config) =>
    ids.filter((id) => asked(id).includes(config)).map((id) => ({ id, config })),
  );
}

/**
 * Does `work` for each; what fails because of a series is told and does not stop the others. Gives how many failed.
 */
export async function forEach<Item>(
  { world, steps }: Shop,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for (const item of items)
    try {
      await work(item);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      failed += 1;
      steps.clear();
      const hint = error.hint === undefined ? '' : `quiesce: hint: ${error.hint}\n`;
      await world.stderr.write(`quiesce: error: ${error.message}\n${hint}`);
    }
  return failed;
}
