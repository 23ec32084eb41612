/** New blocks, with stops where something has to be written. */
import type { Span } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { Candidates } from './completion.js';
import { fieldHead } from './field-head.js';

/** Keys, each with a value to be written over; `=` before one that stays. */
const templates = {
  contract: [
    ['Clause', 'topic.what-is-promised'],
    ['When', 'the call returns 0'],
    ['Then', 'something MUST NOT happen'],
    ['Why', 'what would go wrong without it'],
    ['Model', 'topic/nameOfProperty'],
  ],
  objection: [
    ['Objection', 'what-it-is-about'],
    ['From', 'R. Reviewer'],
    ['Thread', '<message-id@example.org>'],
    ['Clause', 'topic.what-is-promised'],
    ['Says', 'what is wrong with it'],
    ['State', '=open'],
  ],
} as const;

const details = { contract: 'a new clause', objection: 'a new objection' } as const;

/** `before`: the line up to the offset. Undefined where the line holds something else than the start of a block. */
export function blockTemplates({ source }: Rfc, line: Span, before: string): Candidates | undefined {
  const rest = source.text.slice(line.start, line.end);
  if (!/^`{0,3}[a-z]*$/.test(rest) || (before === '' && rest !== '')) return undefined;
  const ending = /\r\n?|\n/.exec(source.text)?.[0] ?? '\n';
  const items = (['contract', 'objection'] as const).map((name) => ({
    label: `\`\`\`${name}`,
    kind: 15 as const,
    text: templateOf(name).join(ending),
    isSnippet: true,
    detail: details[name],
  }));
  return { replace: line, items };
}

function templateOf(name: keyof typeof templates): readonly string[] {
  const fields = templates[name].map(([key, value], index) => {
    const text = value.startsWith('=') ? value.slice(1) : `\${${index + 1}:${value}}`;
    return fieldHead(key) + text;
  });
  return [`\`\`\`${name}`, ...fields, '```', '$0'];
}
