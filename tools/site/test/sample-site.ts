/** A small site with every kind of thing in it: two RFCs that name each other, all verdicts, objections in all states. */
import { type CheckReport, type Verdict, verdicts } from '@quiesce/conformance';
import { diffRfcs, parseRfc, type Rfc, renderMail } from '@quiesce/rfc';
import type { SiteInput } from '../src/index.js';

export const lampText = `---
rfc: 1
title: Lamps & switches
revision: 2
status: draft
options: [relay, dimmer]
authors: ["A <b> C"]
---

Lamps & switches
================

What a lamp may do. See lamp.dark and [the other one](0002-sockets.md#use), or [the end](#the-end).


The contract
------------

\`\`\`contract
Clause: lamp.dark
Option: relay
Scope: lamp_set(lamp, LAMP_OFF)
When: it is "off" & <cold>
Unless: somebody looks
Then: the lamp MUST NOT shine
Why: See lamp.soft, and socket.dead of RFC 2.
Model: lamp/dark
Thread: <20260101.1@example.org>
\`\`\`

\`\`\`contract
Clause: lamp.soft
Then: the lamp MAY be <b>soft</b>
Why: taste
Unchecked: nobody can tell
\`\`\`

\`\`\`objection
Objection: too-dark
From: R. Reviewer <r@example.org>
Clause: lamp.dark
Says: It is dark in here.
State: open
\`\`\`

\`\`\`objection
Objection: too-much
From: S. Reader
Says: Is all of this needed?
Answer: It is, see lamp.dark.
State: answered
\`\`\`

\`\`\`contract
Clause: lamp.broken
Why: it has no Then
\`\`\`


The end
-------

- [x] done
- [ ] not done

| a | b |
| - | - |
| 1 | 2 |

A note[^n], and an image: ![a plan](https://example.org/plan.png).

    a diagram that is wider than a telephone, and so scrolls in a box of its own

[^n]: Told below.
`;

const socketText = `---
rfc: 2
title: Sockets
revision: 1
status: review
options: [plug]
---

Use
---

\`\`\`contract
Clause: socket.dead
Then: the socket SHOULD be dead
Why: safety
Model: socket/dead
\`\`\`
`;

export function lampRfc(text = lampText): Rfc {
  return parseRfc('rfc/0001-lamps.md', text).rfc;
}

export function sampleSite(text = lampText): SiteInput {
  const rfc = lampRfc(text);
  const other = parseRfc('rfc/0002-sockets.md', socketText).rfc;
  const earlier = parseRfc(
    'rfc/revisions/0001-v1.md',
    text.replace('MUST NOT shine', 'SHOULD NOT shine'),
  ).rfc;
  return {
    rfcs: [rfc, other],
    checks: [{ report: sampleReport(), traces: new Map() }],
    links: [],
    differences: [{ file: rfc.source.file, before: 'v1', after: 'v2', difference: diffRfcs(earlier, rfc) }],
    costs: null,
    mails: new Map([[rfc.source.file, renderMail(rfc).text]]),
  };
}

/** One clause, judged with each verdict there is. */
function sampleReport(): CheckReport {
  const options = ['relay', 'dimmer', ...verdicts.map((verdict) => `like-${verdict}`)];
  const cell = (option: string) => `${option}/night`;
  const judged = (option: string, verdict: Verdict, promised: boolean) => ({
    option,
    promised,
    verdict,
    reason: 'so it was',
    explored: [cell(option)],
    decidedBy: [cell(option)],
    states: 1234567,
    transitions: 3,
    complete: verdict !== 'not-complete',
    memoryModels: ['sc'] as const,
    story:
      verdict === 'fails'
        ? {
            cell: cell(option),
            switches: 1,
            steps: 2,
            fewest: false,
            table: 'P0\n<b>on</b>\n',
            trace: 'none.itf.json',
          }
        : null,
  });
  return {
    rfcs: [{ file: 'rfc/0001-lamps.md', number: 1, title: 'Lamps & switches', revision: 2, status: 'draft' }],
    model: 'lamp.ts',
    options,
    whole: true,
    selection: [],
    rest: null,
    clauses: [
      {
        id: 'lamp.dark',
        rfc: 1,
        place: { file: 'rfc/0001-lamps.md', line: 18, column: 1 },
        keyword: 'MUST NOT',
        when: 'it is "off" & <cold>',
        unless: 'somebody looks',
        guarantee: 'the lamp MUST NOT shine',
        promisedBy: ['relay'],
        properties: ['lamp/dark'],
        unexplored: [{ link: 'lamp/dark @lkmm', reason: 'nobody knows how' }],
        unchecked: null,
        strength: 'broken',
        brokenBy: ['dimmer', 'M1'],
        verdicts: [
          judged('relay', 'fails', true),
          judged('dimmer', 'holds', false),
          ...verdicts.map((verdict) => judged(`like-${verdict}`, verdict, true)),
        ],
      },
    ],
    mutants: [],
    unmodelled: [],
    modelErrors: [],
    cells: [],
    uncovered: [],
    diagnostics: [],
    summary: {
      promises: 0,
      kept: 0,
      broken: 0,
      vacuous: 0,
      undecided: 0,
      deviating: 0,
      unused: 0,
      unchecked: 0,
      worthless: 0,
      mutants: 0,
      found: 0,
      findings: 0,
    },
  };
}
