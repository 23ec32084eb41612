/** A run that leads to a verdict: as a sequence chart, or as the column table that goes into mails where its trace is not known. */
import { readItf } from '@quiesce/checker';
import { anchor } from '../address.js';
import { sequenceChart } from '../chart/sequence-chart.js';
import { type Html, html } from '../html.js';
import type { PublishedClause } from '../published-rfc.js';
import type { SiteCheck } from '../site-input.js';
import { verdictMark } from '../verdict/verdict-mark.js';
import { counted } from './counted.js';

type ReportedVerdict = NonNullable<PublishedClause['reported']>['verdicts'][number];
type Story = NonNullable<ReportedVerdict['story']>;

/** Nothing where the verdict has no run to show. */
export function runFigure(
  { option, verdict, promised, story }: ReportedVerdict,
  check: SiteCheck | undefined,
): Html | false {
  if (story === null) return false;
  const { cell, steps, switches, fewest } = story;
  const id = anchor('run', option);
  const length = `${counted(steps, 'step')}, ${counted(switches, 'context switch', 'es')}`;
  return html`<section class="run" id="${id}" aria-labelledby="${id}.title">
<h3 id="${id}.title">${option} ${verdictMark(verdict, promised)}${!promised && ', not promised'}</h3>
<p>In <code>${cell}</code>: ${length}${!fewest && '; perhaps there is a shorter run'}.</p>
${chart(story, option, check)}
</section>
`;
}

function chart(story: Story, option: string, check: SiteCheck | undefined): Html {
  const { cell, trace: name, table } = story;
  const text = check?.traces.get(name);
  const read = text === undefined ? undefined : readItf(text, name);
  if (read?.ok === true)
    return sequenceChart(read.trace, { id: `run-${option}`, title: `The run in ${cell}`, table });
  return html`<pre class="table-text" role="region" aria-label="The run under ${option}" tabindex="0">${table}</pre>`;
}
