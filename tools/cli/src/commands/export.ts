/** `quiesce export`: a scenario as a model of another checker. */
import { Argument, type Command } from 'commander';
import { type ExportRequest, languages } from '../export-request.js';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type Options = Omit<ExportRequest, 'language' | 'scenario'>;

export function addExport(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('export')
    .description('write a scenario as a model for another checker: Spin (promela) or TLC (tla)')
    .addArgument(new Argument('<language>', 'of the model').choices(languages))
    .argument('<scenario>', 'which scenario')
    .requiredOption('--option <name>', 'the design option that it is built for')
    .option('-o, --output <file>', 'write to this file; for tla also the configuration, FILE.cfg, beside it')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .action((language: ExportRequest['language'], scenario: string, options: Options) =>
      choose(async () => {
        const { exportScenario } = await import('../export-scenario.js');
        return exportScenario({ ...options, language, scenario }, world);
      }),
    );
}
