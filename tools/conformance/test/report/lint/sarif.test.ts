/** What SARIF 2.1.0 requires of a log, as far as it is used here; the numbers are those of its sections. */
import { catalogue } from '@quiesce/rfc';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sarifText } from '../../../src/index.js';
import { lintedSample } from './lint-sample.js';

const positive = z.int().positive();
const message = z.strictObject({ text: z.string().min(1) });
// RFC 3986: no blanks, no bare percent signs.
const uri = z.string().regex(/^(?:[\w\-.~:/@!$&'()*+,;=]|%[0-9A-F]{2})+$/);
const artifactLocation = z.strictObject({ uri, uriBaseId: z.literal('%SRCROOT%').optional() });
const region = z
  .strictObject({ startLine: positive, startColumn: positive, endLine: positive, endColumn: positive })
  .refine(
    (one) =>
      one.startLine < one.endLine || (one.startLine === one.endLine && one.startColumn <= one.endColumn),
  );
const physicalLocation = z.strictObject({ artifactLocation, region });
const level = z.enum(['none', 'note', 'warning', 'error']);

const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'), // 3.13.2
  runs: z
    .array(
      z.strictObject({
        // 3.14.6, 3.18, 3.19
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: message,
                defaultConfiguration: z.strictObject({ level }),
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']), // 3.14.17
        originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
        artifacts: z.array(z.strictObject({ location: artifactLocation })),
        results: z.array(
          z.strictObject({
            ruleId: z.string(), // 3.27.5
            ruleIndex: z.int().nonnegative(), // 3.27.6
            level, // 3.27.10
            message, // 3.27.11
            locations: z.array(z.strictObject({ physicalLocation })).min(1),
            relatedLocations: z
              .array(z.strictObject({ id: z.int().nonnegative(), message, physicalLocation }))
              .optional(),
            suppressions: z
              .array(z.strictObject({ kind: z.literal('inSource'), justification: z.string() })) // 3.35.2
              .optional(),
            fixes: z
              .array(
                z.strictObject({
                  description: message,
                  artifactChanges: z // 3.55.3
                    .array(
                      z.strictObject({
                        artifactLocation,
                        replacements: z // 3.56.3, 3.57.3
                          .array(
                            z.strictObject({
                              deletedRegion: region,
                              insertedContent: z.strictObject({ text: z.string() }),
                            }),
                          )
                          .min(1),
                      }),
                    )
                    .min(1),
                }),
              )
              .optional(),
          }),
        ),
      }),
    )
    .min(1),
});

const rules = catalogue.map(({ code, rule, severity }) => ({ code, rule, severity: severity.send! }));
const sarifOf = (file?: string) =>
  log.parse(JSON.parse(sarifText([lintedSample(file)], rules, '1.2.3'))).runs[0]!;

test('a log has what SARIF asks for, and each result names its rule', () => {
  const { tool, results } = sarifOf();
  expect(results.map(({ ruleId }) => ruleId)).toEqual([
    'mail/hash-heading',
    'rfc/unknown-option',
    'objection/open',
    'mail/tab',
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
});

test('what a comment allows is suppressed, with its reason', () => {
  const suppressed = sarifOf().results.filter(({ suppressions }) => suppressions !== undefined);
  expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(['mail/tab']);
  expect(suppressed[0]!.suppressions).toEqual([{ kind: 'inSource', justification: 'the table is old' }]);
});

test('fixes and related places point into the file', () => {
  const [heading, option] = sarifOf().results;
  expect(heading!.fixes![0]!.artifactChanges[0]!.replacements).toEqual([
    {
      deletedRegion: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 11 },
      insertedContent: { text: 'On & off\n========' },
    },
  ]);
  expect(option!.relatedLocations![0]!.physicalLocation.region.startLine).toBe(6);
});

test.each([
  ['rfc/0001 lamps.md', { uri: 'rfc/0001%20lamps.md', uriBaseId: '%SRCROOT%' }],
  ['/tmp/ä#1.md', { uri: 'file:///tmp/%C3%A4%231.md' }],
  ['<stdin>', { uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' }],
])('the file %s becomes a URI', (file, location) => {
  expect(sarifOf(file).artifacts).toEqual([{ location }]);
});
