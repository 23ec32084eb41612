import { expect, test } from 'vitest';
import * as conformance from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(conformance).toSorted()).toMatchInlineSnapshot(`
    [
      "buildReport",
      "cellKey",
      "cellResultSchema",
      "checkReportSchema",
      "conformanceProblems",
      "digest",
      "exploreCell",
      "foundationKey",
      "isInForce",
      "jsonSchemaText",
      "judge",
      "junitXml",
      "linkPromises",
      "memoryModels",
      "originOf",
      "parseProjectConfig",
      "parseShard",
      "planCells",
      "planMutants",
      "projectReport",
      "projectReportSchema",
      "projectReportVersion",
      "readOrigin",
      "renderBugs",
      "renderReport",
      "reportJson",
      "schemaNames",
      "secondClauses",
      "shardOf",
      "storyKey",
      "storyName",
      "storyResultSchema",
      "tellStory",
      "traceFileName",
      "verdictTable",
      "verdicts",
      "wantedStories",
    ]
  `);
});
