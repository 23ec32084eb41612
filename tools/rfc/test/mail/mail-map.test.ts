import { expect, test } from 'vitest';
import { mailMapJson, mailMapSchema } from '../../src/mail/mail-map.js';
import { renderMail } from '../../src/mail/render-mail.js';
import { parseRfc } from '../../src/parse-rfc.js';

const block = '```contract\nClause: a.b\nThen: it MUST be\nWhy: x\nModel: a/b\n```\n';
const text = `---\nrfc: 1\ntitle: T\nrevision: 2\nstatus: draft\noptions: [a]\n---\n\n# T\n\n## S\n\n"quoted"\n\n${block}`;

test('is what its schema says, and has the text of the mail in it', () => {
  const mail = renderMail(parseRfc('rfc/0001.md', text).rfc);
  const rfc = { file: 'rfc/0001.md', number: 1, revision: 2 };
  const map = mailMapSchema.parse(JSON.parse(mailMapJson(rfc, mail)));
  expect(map.rfc).toEqual(rfc);
  expect(`${map.lines.map((line) => line.text).join('\n')}\n`).toBe(mail.text);
  expect(map.lines).toContainEqual({
    text: 'Then: it MUST be',
    source: { first: 17, last: 17 },
    clause: 'a.b',
    section: 'S',
  });
});
