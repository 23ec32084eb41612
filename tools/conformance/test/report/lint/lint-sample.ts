/** A file with a finding of each severity, a fix, a related place, and a finding that a comment allows. */
import { checkRfc, hasSafeFix } from '@quiesce/rfc';
import type { LintedFile } from '../../../src/index.js';

const text = `---
rfc: 1
title: Lamps
revision: 1
status: review
options: [relay, dimmer]
---

# On & off

<!-- quiesce allow mail/tab: the table is old -->
A\tlamp.

\`\`\`contract
Clause: lamp.dark
Option: relai
Then:   it MAY glow
Why:    x
\`\`\`

\`\`\`objection
Objection: cost
From:   R. Reviewer
Says:   too dark
State:  open
\`\`\`
`;

export function lintedSample(file = 'rfc/0001 lamps.md'): LintedFile {
  const { rfc, diagnostics, allowed } = checkRfc(file, text, { mode: 'review' });
  return { source: rfc.source, mode: 'review', diagnostics, allowed, hasSafeFix };
}
