/** `quiesce schema`: the JSON Schema of a file that scripts or people write and read. */
import type { SchemaName as CheckedName } from '@quiesce/conformance';
import { Argument, type Command } from 'commander';
import type { Action } from '../run.js';
import type { World } from '../world.js';

type SchemaName = CheckedName | 'costs';

const names: readonly SchemaName[] = [
  'report',
  'config',
  'trace',
  'clauses',
  'objections',
  'lint',
  'difference',
  'mail-map',
  'costs',
];

export function addSchema(program: Command, world: World, choose: (action: Action) => void): void {
  program
    .command('schema')
    .description(
      'print the JSON Schema of quiesce.json, or of what check, trace, show, objections, lint, diff and kernel bench print as JSON',
    )
    .addArgument(new Argument('[name]', 'which one').choices(names).default('report'))
    .action((name: SchemaName) =>
      choose(async () => {
        await world.stdout.write(await schemaText(name));
        return 0;
      }),
    );
}

async function schemaText(name: SchemaName): Promise<string> {
  if (name === 'costs') return (await import('@quiesce/kernel')).costsSchemaText();
  return (await import('@quiesce/conformance')).jsonSchemaText(name);
}
