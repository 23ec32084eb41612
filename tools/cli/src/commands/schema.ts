/** `quiesce schema`: the JSON Schema of a file that scripts or people write and read. */
import type { SchemaName } from '@quiesce/conformance';
import { Argument, type Command } from 'commander';
import type { Action } from '../run.js';
import type { World } from '../world.js';

const names: readonly SchemaName[] = [
  'report',
  'config',
  'trace',
  'clauses',
  'objections',
  'lint',
  'difference',
  'mail-map',
];

export function addSchema(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('schema')
    .description(
      'print the JSON Schema of quiesce.json, or of what check, trace, show, objections, lint and diff print as JSON',
    )
    .addArgument(new Argument('[name]', 'which one').choices(names).default('report'))
    .action((name: SchemaName) =>
      choose(async () => {
        const { jsonSchemaText } = await import('@quiesce/conformance');
        await world.stdout.write(jsonSchemaText(name));
        return 0;
      }),
    );
}
