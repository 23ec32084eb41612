/** What git makes of a mail: for tests that must not take our word for it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailEncoding, mailMessage } from '../../src/mail/mail-message.js';

/** The message that git reads in a mail with this text. */
export function throughGit(text: string, encoding: MailEncoding, ...flags: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-mail-'));
  try {
    const [message, patch] = [join(folder, 'message'), join(folder, 'patch')];
    execFileSync('git', ['mailinfo', ...flags, message, patch], {
      input: mailMessage(text, encoding),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    return readFileSync(message, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function gitOutput(args: readonly string[], input: string): string {
  return execFileSync('git', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}
