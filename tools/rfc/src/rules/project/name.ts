/** What a clause names outside the RFC is there: functions in the patches, files, tests, other RFCs. */
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
    'project/missing-file': code<{ key: string; path: string }>({
      severity: fromReview('warning', 'error'),
      rule: 'The files that Code and Test name are in the project or in its patches.',
      message: ({ key, path }) => `Unexpected ${quoted(path)} in ${key}: there is no such file`,
      hint: () => 'Write the path from the root of the tree, and the function after a space.',
    }),
    'project/unknown-rfc': code<{ number: number }>({
      severity: fromReview('error'),
      rule: 'The RFCs that are superseded are in the project.',
      message: ({ number }) => `Unexpected RFC ${number} in supersedes: there is no such RFC`,
    }),
  },
  (context, report) => {
    const { rfc, names = {} } = context;
    const { functions, hasFile, rfcs } = names;
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
      ...rfc.clauses.flatMap(({ code: files, tests, places }) => [
        ...files.flatMap((text, index) => missing('Code', text, places.code[index]!)),
        ...tests.flatMap((text, index) => missing('Test', text, places.tests[index]!)),
      ]),
      ...(rfc.frontMatter?.supersedes ?? []).flatMap((number) =>
        rfcs === undefined || rfcs.has(number) || supersedes === undefined
          ? []
          : [report('project/unknown-rfc', supersedes, { number })],
      ),
    ];

    function missing(
      key: 'Code' | 'Test',
      text: string,
      { start }: { readonly start: number },
    ): readonly Diagnostic[] {
      const path = /^\S+/.exec(text)?.[0] ?? text;
      if (hasFile === undefined || hasFile(path)) return [];
      const place = placeOf(rfc.source, { start, end: start + path.length });
      return [report('project/missing-file', place, { key, path })];
    }
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
