import { describe, expect, it } from 'vitest';
import { publishedRfcs } from '../src/published-rfc.js';
import { lampRfc, lampText, sampleSite } from './sample-site.js';

const [lamps] = publishedRfcs(sampleSite());

const head = '---\nrfc: 1\ntitle: T\nrevision: 1\nstatus: draft\noptions: [relay]\n---\n\n';

describe('a published RFC', () => {
  it('joins each clause with what is known of it', () => {
    const known = lamps!.clauses.map(({ clause, reported, isStale, objections }) => [
      clause.id,
      reported?.verdicts.length ?? 0,
      isStale,
      objections.map(({ id }) => id),
    ]);
    expect(known).toEqual([
      ['lamp.dark', 12, false, ['too-dark']],
      ['lamp.soft', 0, false, []],
    ]);
  });

  it.each(['glow', 'not shine'])('knows a verdict on another text: %s', (word) => {
    const [changed] = publishedRfcs(sampleSite(lampText.replace('MUST NOT shine', `MUST NOT ${word}`)));
    expect(changed!.clauses[0]!.isStale).toBe(true);
  });

  it('has folders of its own where files have one name', () => {
    const rfcs = [lampRfc(), lampRfc()];
    expect(publishedRfcs({ ...sampleSite(), rfcs }).map(({ folder }) => folder)).toEqual([
      '0001-lamps',
      '0001-lamps-1',
    ]);
  });

  it.each([
    ['# A\n\n### B\n\n# A\n\n## B', ['2 a', '3 b', '2 a-1', '3 b-1']],
    ['#### Deep\n\n# High', ['2 deep', '2 high']],
    ['# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6', ['2 1', '3 2', '4 3', '5 4', '6 5', '6 6']],
  ])('nests sections without leaving out a level: %j', (text, expected) => {
    const [rfc] = publishedRfcs({
      ...sampleSite(),
      rfcs: [lampRfc(`${head}${text}\n`)],
    });
    expect(rfc!.sections.map(({ level, slug }) => `${level} ${slug}`)).toEqual(expected);
  });
});
