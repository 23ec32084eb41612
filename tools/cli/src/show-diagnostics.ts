/** Findings as text, each with its line of source, which is read again for it: there are few, and it is rarely needed. */
import { resolve } from 'node:path';
import { type Diagnostic, renderDiagnostic, type SourceText, sourceText } from '@quiesce/contract';
import { isColoured, type Output, type World } from './world.js';

/** `output`: where the text is going to be written. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  root: string,
  output: Output,
  world: World,
): string {
  const sources = new Map<string, SourceText | undefined>();
  const sourceOf = (file: string): SourceText | undefined => {
    if (!sources.has(file)) {
      const text = world.disk.readIfThere(resolve(root, file));
      sources.set(file, text === undefined ? undefined : sourceText(file, text));
    }
    return sources.get(file);
  };
  const colour = isColoured(output, world);
  return diagnostics.map((one) => renderDiagnostic(one, { sourceOf, colour })).join('');
}
