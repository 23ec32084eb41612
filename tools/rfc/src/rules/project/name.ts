/** What a clause names outside the RFC is there: functions in the patches, other RFCs. Files and tests are the trace's. */
import { type Diagnostic, nearestWord, placeOf, quoted, textOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const projectName = rule(
  {
    'project/unknown-function': code<{ name: string; near: string | undefined }>({
      severity: fromReview('warning'),
      rule: 'The functions that Scope names are in the patches.',
      message: ({ name }) => `Unexpected function ${quoted(`${name}()`)} in Scope, which no patch has`,
      hint: ({ near }) => (near === undefined ? undefined : `Did you mean ${near}()?`),
    }),
    'project/unknown-rfc': code<{ number: number }>({
      severity: fromReview('error'),
      rule: 'The RFCs that are superseded are in the project.',
      message: ({ number }) => `Unexpected RFC ${number} in supersedes: there is no such RFC`,
    }),
  },
  (context, report) => {
    const { rfc, names = {} } = context;
    const { functions, rfcs } = names;
    const supersedes = rfc.frontMatterPlaces.supersedes;
    return [
      ...functionsOf(context).flatMap(({ name, start }): readonly Diagnostic[] => {
        if (functions === undefined || functions.has(name)) return [];
        const place = placeOf(rfc.source, { start, end: start + name.length });
        const near = nearestWord(name, functions);
        const fix =
          near === undefined
            ? {}
            : {
                fix: { title: `Write ${near}`, edits: [{ start: place.start, end: place.end, text: near }] },
              };
        return [report('project/unknown-function', place, { name, near }, fix)];
      }),
      ...(rfc.frontMatter?.supersedes ?? []).flatMap((number) =>
        rfcs === undefined || rfcs.has(number) || supersedes === undefined
          ? []
          : [report('project/unknown-rfc', supersedes, { number })],
      ),
    ];
  },
  'names',
);

/** The calls in the Scope of clauses: a name and a parenthesis right after it. */
function functionsOf({ rfc: { clauses, source } }: RfcContext): readonly {
  readonly name: string;
  readonly start: number;
}[] {
  return clauses.flatMap(({ places: { scope } }) =>
    scope === undefined
      ? []
      : Array.from(textOf(source, scope).matchAll(/\b[A-Za-z_]\w*(?=\()/g)).map(({ 0: name, index }) => ({
          name,
          start: scope.start + index,
        })),
  );
}
