/**
 * A text that is no RFC has neither clauses nor sections, so that nothing would differ from another one. What cannot be read is said
 * of its side, and ends the comparison where nothing is left of it.
 */
import { byPlace, type Diagnostic } from '@quiesce/contract';
import { Refusal } from '../refusal.js';
import { diagnosticsText } from '../show-diagnostics.js';
import type { World } from '../world.js';
import type { SideText, TextPair } from './texts.js';

/** So many findings tell what kind of text it is. */
const mostShown = 3;

/** Throws a `Refusal` where a side cannot be read; where only its front matter cannot, a note on standard error says so. */
export async function requireReadable(pairs: readonly TextPair[], root: string, world: World): Promise<void> {
  const sides = pairs.flatMap(({ before, after }) => [before, after]);
  const unreadable = [...new Set(sides)].filter(
    ({ name, rfc }) => name !== undefined && rfc.frontMatter === undefined,
  );
  for (const side of unreadable) {
    const { name, rfc } = side;
    const { file } = rfc.source;
    const first = firstErrors(side);
    const which = name === file ? file : `${file} of ${name}`;
    if (isLost(side)) {
      await world.stderr.write(`quiesce: cannot read ${which} as an RFC:\n`);
      throw new Refusal(first, root);
    }
    await world.stderr.write(`quiesce: note: the front matter of ${which} cannot be read:\n`);
    await world.stderr.write(diagnosticsText(first, root, world.stderr, world));
  }
}

/** Bytes that are no text, or a text without a word that an RFC has. */
function isLost({ rfc, diagnostics }: SideText): boolean {
  return (
    rfc.clauses.length === 0 ||
    diagnostics.some(({ code }) => code === 'rfc/not-utf8' || code === 'rfc/too-deep')
  );
}

function firstErrors({ diagnostics }: SideText): readonly Diagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .sort(byPlace)
    .slice(0, mostShown);
}
