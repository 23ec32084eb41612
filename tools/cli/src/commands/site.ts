/** `quiesce site`: the RFCs as pages. */
import type { Command } from 'commander';
import type { Action } from '../run.js';
import type { SiteRequest } from '../site/site.js';
import type { World } from '../world.js';

type Options = Omit<SiteRequest, 'rfcs' | 'useCache'> & { readonly cache: boolean };

const examples = `
The pages open from the disk, need no network and no script, and are the same bytes for the same project. Prints the first of them.

  quiesce site --core                      into the folder site, without the long searches
  quiesce check --json > report.json       where there is much time, and then
  quiesce site --report report.json        with its verdicts, exploring nothing`;

export function addSite(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('site')
    .description('write the RFCs as pages: text, matrix, evidence, objections, links, changes')
    .argument('[rfc...]', 'RFC files (default: all of the project)')
    .option('-o, --output <folder>', 'where to; a folder that was written before is replaced', 'site')
    .option('--core', 'explore only the options and scenarios that quiesce.json calls the core')
    .option('--report <file>', 'show the verdicts of this JSON report instead of exploring')
    .option('--no-cache', 'do not use results of earlier runs, and keep none')
    .option('--config <file>', 'use this configuration instead of the nearest quiesce.json')
    .addHelpText('after', examples)
    .action((rfcs: string[], { cache, ...options }: Options) =>
      choose(async () => {
        const { site } = await import('../site/site.js');
        return site({ ...options, rfcs, useCache: cache }, world);
      }),
    );
}
