/** The barriers of an option as text: each with its verdict, then the runs that show why the necessary ones are. */
import { groupDigits, plural } from '../report/text/explored.js';
import { painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import type { BarrierReport, JudgedBarrier } from './barrier-report.js';

/** Ends with a line feed. `colour`: with terminal escapes. */
export function renderBarriers(report: BarrierReport, { colour }: { readonly colour: boolean }): string {
  const paint = painter(colour);
  const { option, scenarios, barriers, memoryModel } = report;
  const name = modelNames[memoryModel];
  const width = Math.max(0, ...barriers.map(({ verdict }) => verdictTexts[verdict].length));
  const list = barriers.flatMap((one) => {
    const mark = verdictTexts[one.verdict];
    const head = `  ${mark.padEnd(width)}  `;
    const [first = '', ...more] = wrapped(head, siteText(one));
    const painted = one.verdict === 'necessary' ? paint('green', mark) : mark;
    const under = ' '.repeat(head.length);
    return [
      `  ${painted}${first.slice(2 + mark.length)}`,
      ...more,
      ...reasons(one, name).flatMap((text) => wrapped(under, text)),
    ];
  });
  const explored = scenarios.flatMap(({ id, states, complete, buffers, breaks }) => {
    const done = complete ? '' : ', not complete';
    const already = breaks.length === 0 ? '' : `; with all barriers it violates ${breaks.join(', ')}`;
    return wrapped(
      '  ',
      `${id}: ${groupDigits(states)} states, buffers of up to ${plural(buffers, 'store')}${done}${already}`,
    );
  });
  const stories = barriers.flatMap(({ story, ...one }) =>
    story === null
      ? []
      : [
          [
            `Without ${siteText(one)}`,
            `  Run:     in ${story.scenario}, ${plural(story.steps, 'step')}, ${story.switches} context switch${story.switches === 1 ? '' : 'es'}`,
            '',
            ...story.table.trimEnd().split('\n'),
          ],
        ],
  );
  const necessary = barriers.filter(({ verdict }) => verdict === 'necessary').length;
  const spare = barriers.filter(({ verdict }) => verdict === 'not-necessary').length;
  const alone = spare < 2 ? '' : ' Each was taken out alone: of two that are not needed, one may be.';
  const sections = [
    [paint('bold', `Barriers of ${option}, under ${name}`)],
    barriers.length === 0 ? ['  There is none in these scenarios.'] : list,
    ['Explored', ...explored],
    ...stories,
    wrapped(
      '',
      `${necessary} of ${plural(barriers.length, 'barrier')} ${necessary === 1 || barriers.length === 1 ? 'is' : 'are'} necessary under ${name}. A weaker memory model may need others, and what must happen in runs without end was not asked.${alone}`,
    ),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function siteText({ kind, place, functions }: Omit<JudgedBarrier, 'story'>): string {
  const where = functions.length === 0 ? '' : ` in ${functions.map((name) => `${name}()`).join(', ')}`;
  const call = kind === 'acquire' || kind === 'release' ? kind : `${kind}()`;
  return `${call}${where} (${place.file}:${place.line})`;
}

function reasons(
  { verdict, breaks, failures, stuck, hidden }: JudgedBarrier,
  name: string,
): readonly string[] {
  switch (verdict) {
    case 'necessary':
      return [
        ...breaks.map(({ property, scenario }) => `without it: ${property} is violated in ${scenario}`),
        ...stuck.map((scenario) => `without it: some process waits for ever in ${scenario}`),
        ...failures.map((failure) => `without it: the model fails: ${failure}`),
      ];
    case 'not-necessary':
      return [
        `without it nothing more is violated under ${name}, and nobody waits for ever`,
        ...(hidden.length === 0
          ? []
          : [`these cannot tell, since they are violated with it, too: ${hidden.join(', ')}`]),
      ];
    case 'kept':
      return [`${name} keeps this order by itself`];
    case 'unknown':
      return ['a search hit a bound, or the model fails before it comes here'];
  }
}

const verdictTexts = {
  necessary: 'necessary',
  'not-necessary': 'not needed here',
  kept: 'kept anyway',
  unknown: 'unknown',
} as const;

const modelNames = { sc: 'sequential consistency', tso: 'total store order' } as const;
