/** `quiesce barriers`: which fences, acquires and releases of a design option are necessary, and for what. */
import { type Command, Option } from 'commander';
import type { BarriersRequest } from '../barriers.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<BarriersRequest, 'option'>;

export function addBarriers(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('barriers')
    .description('take each barrier of a design option out in turn, and tell which promises break without it')
    .argument('<option>', 'a design option of a model')
    .addOption(new Option('--model <name>', 'memory model').choices(['tso']).default('tso'))
    .option(
      '--scenario <id>',
      'only this scenario; can be repeated (default: those under the memory model)',
      collect,
    )
    .option('--property <id>', 'only this property; can be repeated', collect)
    .addOption(
      new Option('--format <name>', 'how to print the result').choices(['text', 'json']).default('text'),
    )
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((option: string, options: Options) =>
      choose(async () => {
        const { barriers } = await import('../barriers.js');
        return barriers({ ...options, option }, world);
      }),
    );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').map((name) => name.trim())];
}
