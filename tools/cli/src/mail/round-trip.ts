/**
 * The last gate: what git reads in a mail with the text has to be the text. It is tried as it may be carried (8bit or
 * quoted-printable), and with and without scissors, since who reads it decides on these.
 */
import { ToolError } from '@quiesce/contract';
import { type Difference, firstDifference, mailEncodings, mailMessage } from '@quiesce/rfc';
import type { World } from '../world.js';

export type RoundTrip =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly how: string; readonly difference: Difference }
  /** There is no git here. */
  | { readonly kind: 'not-tried' };

export async function roundTrip(text: string, world: World): Promise<RoundTrip> {
  try {
    for (const encoding of mailEncodings)
      for (const scissors of ['--no-scissors', '--scissors'] as const) {
        const received = await throughGit(mailMessage(text, encoding), scissors, world);
        const difference = firstDifference(text, received);
        if (difference !== undefined) return { kind: 'differs', how: `${encoding}, ${scissors}`, difference };
      }
    return { kind: 'same' };
  } catch (error) {
    if (error instanceof ToolError && isMissing(error.cause)) return { kind: 'not-tried' };
    throw error;
  }
}

function throughGit(mail: string, scissors: string, { git, disk }: World): Promise<string> {
  return disk.inTemporaryFolder(async (folder) => {
    const words = ['mailinfo', scissors, '--encoding=UTF-8', 'message', 'patch'];
    const { status, talk } = await git(folder, words, mail);
    if (status === 0) return disk.read(`${folder}/message`);
    throw new ToolError(`Cannot try the mail with git mailinfo: ${talk.trim()}`, {
      hint: 'Is git complete here? The text was not written.',
    });
  });
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
