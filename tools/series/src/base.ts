/** `base.json`: the tree that all series of a project begin from, a source package of the distribution. */
import { z } from 'zod';
import { type Read, readJson } from './read-json.js';

const hex = (digits: number, what: string) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${digits}}$`))
    .describe(`${what}, ${digits} hexadecimal digits in lower case`);
const word = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.+~:-]*$/)
    .describe(what);

export const baseSchema = z.strictObject({
  format: z.literal('quiesce-base'),
  version: z.literal(1),
  package: word('the name of a Debian package, such as linux-source-6.1'),
  packageVersion: word('the version of the package, such as 6.1.192-2'),
  archive: z
    .string()
    .regex(/^\/.+\.tar(\.[a-z0-9]+)?$/)
    .describe('where the package puts the archive, such as /usr/src/linux-source-6.1.tar.xz'),
  sha256: hex(64, 'the SHA-256 of the archive'),
  folder: word('the only folder in the archive, such as linux-source-6.1'),
  tree: hex(40, "git's id of the tree that is in the folder"),
  release: word('what make kernelrelease prints, such as 6.1.192'),
});

export type Base = z.output<typeof baseSchema>;

/** `file` is only named in messages. */
export function parseBase(text: string, file: string): Read<Base> {
  return readJson(baseSchema, text, file);
}
