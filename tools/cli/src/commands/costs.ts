/** `quiesce costs`: what was measured, as an RFC says it. */
import type { Command } from 'commander';
import type { CostsRequest } from '../costs/costs.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<CostsRequest, 'rfc'>;

const about = `
An RFC has a place for it between the comments <!-- costs --> and <!-- end of costs -->, and another for the figures of others
between <!-- published costs --> and <!-- end of published costs -->. quiesce check and quiesce lint say where such a part is not what
was measured last. quiesce kernel bench measures.`;

export function addCosts(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('costs')
    .description('print what was measured of the options of an RFC, or write it there')
    .argument('[rfc]', 'its number or its path (default: the only one of the project)')
    .option('--write', 'write it into the RFC, where comments keep a place for it')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', about)
    .action((rfc: string | undefined, options: Options) =>
      choose(async () => {
        const { costs } = await import('../costs/costs.js');
        return costs({ ...options, ...(rfc === undefined ? {} : { rfc }) }, world);
      }),
    );
}
