/** A small project as an index, and samples with a cursor: `⏐` stands where it is. */
import type { ModelDescription } from '@quiesce/checker';
import { type CheckedRfc, checkRfc, type Rfc } from '@quiesce/rfc';
import { indexOf, type ProjectIndex } from '../src/index.js';

export const lamps = `---
rfc: 7
title: Lamps
revision: 2
status: draft
options: [relay, dimmer]
---

Lamps
=====

A lamp that is off is dark: lamp.off-means-dark says so.

\`\`\`contract
Clause: lamp.off-means-dark
Option: relay
Scope:  lamp_set(lamp, LAMP_OFF)
When:   the call returns 0
Then:   the lamp MUST NOT shine after the return
Why:    The owner opens the housing; see lamp.quick.
Model:  lamp/noLightAfterOff @tso
Code:   drivers/lamp.c lamp_set()
Test:   selftests/lamp/off
Thread: <20260301.1@example.org>
\`\`\`

Speed
-----

\`\`\`contract
Clause: lamp.quick
Was:    lamp.fast
Then:   the lamp SHOULD answer soon
Why:    People press twice.
Unchecked: the model has no time
\`\`\`

\`\`\`objection
Objection: too-slow
From:   R. Reviewer
Thread: <20260303.1@example.org>
Clause: lamp.quick
Says:   Soon is no time.
State:  open
\`\`\`
`;

export const switches = `---
rfc: 8
title: Switches
revision: 1
status: draft
options: [relay]
---

\`\`\`contract
Clause: switch.clicks
Then:   the switch MAY click
Why:    As lamp.off-means-dark says, it is dark.
Model:  switch/click
\`\`\`
`;

export const modelText = `export const noLight = {
  id: 'lamp/noLightAfterOff',
  clause: 'lamp.off-means-dark',
  kind: 'always',
  monitor() {},
};
`;

const place = { file: 'model/lamp.ts', line: 5, column: 3 };

export const description: ModelDescription = {
  options: ['relay', 'dimmer', 'candle'],
  scenarios: [{ id: 'one-press', title: 'somebody presses once', sizes: {}, memory: null }],
  properties: [
    { id: 'lamp/noLightAfterOff', clause: 'lamp.off-means-dark', kind: 'always', scenarios: null, place },
    { id: 'lamp/answers', clause: 'lamp.quick', kind: 'liveness', scenarios: ['one-press'], place },
  ],
  mutants: [],
  unmodelled: [],
};

/** The position of the cursor, and the text without it. */
export function cursorIn(sample: string): { readonly text: string; readonly offset: number } {
  const offset = sample.indexOf('⏐');
  if (offset === -1) throw new Error('the sample has no cursor');
  return { text: sample.replace('⏐', ''), offset };
}

/** `lamps` with a cursor in front of, or within, the only place of a text. */
export function cursorAt(marked: string, text = lamps): string {
  const plain = marked.replace('⏐', '');
  const first = text.indexOf(plain);
  if (first === -1 || text.indexOf(plain, first + 1) !== -1)
    throw new Error(`not once in the sample: ${plain}`);
  return text.replace(plain, () => marked);
}

export interface Opened {
  readonly checked: CheckedRfc;
  readonly rfc: Rfc;
  readonly offset: number;
  readonly index: ProjectIndex;
}

/** The sample as RFC 7 of a project with a second RFC and a model. */
export function open(sample: string, known: Partial<ProjectIndex> = {}): Opened {
  const { text, offset } = cursorIn(sample);
  const checked = checkRfc('rfc/0007-lamps.md', text);
  const others = [checkRfc('rfc/0008-switches.md', switches)];
  const index = indexOf([checked, ...others], (file) => `file:///p/${file}`, {
    models: [{ entry: 'model/lamp.ts', description, files: [{ path: 'model/lamp.ts', text: modelText }] }],
    ...known,
  });
  return { checked, rfc: checked.rfc, offset, index };
}

/** An earlier text, as it was sent. */
export function sent(text: string, revision: number): Rfc {
  const own = text.replace(/^revision: .*$/m, `revision: ${revision}`);
  return checkRfc(`rfc/revisions/0007-v${revision}.md`, own).rfc;
}
