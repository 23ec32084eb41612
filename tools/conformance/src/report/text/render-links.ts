/** How far the options of RFCs are implemented, in sentences. Where two ends of a link do not agree, the findings above say it. */
import type { LinkReport } from '../../trace/link-report.js';
import { plural } from './explored.js';
import { wrapped } from './wrapped.js';

/** Ends with a line feed; empty where there is nothing to tell. */
export function renderLinks({ coverage, diagnostics }: LinkReport): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const lines = [
    ...coverage.flatMap(({ rfc, implemented, missing }) => {
      const count = implemented.length + missing.length;
      const rest = missing.length === 0 ? '' : `; these have none yet: ${missing.join(', ')}`;
      const have = implemented.length === 1 ? 'has' : 'have';
      return wrapped(
        '',
        `Of ${plural(count, 'option')} of RFC ${rfc}, ${implemented.length} ${have} a patch series${rest}.`,
      );
    }),
    ...(errors === 0 ? [] : [`${plural(errors, 'error')} in the links of patches and tests.`]),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
