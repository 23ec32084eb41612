/** `quiesce replay`: a trace file again, on the model as it is now. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { World } from '../world.js';

interface Options {
  readonly config?: string;
}

export function addReplay(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('replay')
    .description('replay a trace on the model as it is now, and print it')
    .argument('<file>', 'trace file that check --traces wrote (Informal Trace Format)')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((file: string, { config }: Options) =>
      choose(async () => {
        const { replayFile } = await import('../replay-file.js');
        return replayFile(file, config, world);
      }),
    );
}
