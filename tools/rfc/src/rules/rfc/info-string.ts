import { quoted, textOf } from '@quiesce/contract';
import { nearBlockName } from '../../block-name.js';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** A block with a slip in its info string looks right on every screen and promises nothing. */
export const infoString = rule(
  {
    'rfc/info-string': code<{ info: string; block: string }>({
      severity: always('error'),
      rule: 'The info string of a block is the one word `contract` or `objection`.',
      message: ({ info, block }) => `Unexpected info string ${quoted(info)}, expected ${quoted(block)}`,
      hint: ({ block }) => `Write "${block}" alone after the fence; as it is, the block is not read.`,
      isFirm: true,
    }),
  },
  ({ rfc: { source, fences } }, report) =>
    fences.flatMap((fence) => {
      const info = textOf(source, fence.info);
      const block = nearBlockName(info);
      if (block === undefined) return [];
      const { start, end } = fence.info;
      const fix = { title: `Write ${block}`, edits: [{ start, end, text: block }] };
      const isInPlace = fence.container === undefined && fence.indent === 0;
      return [report('rfc/info-string', fence.info, { info, block }, isInPlace ? { fix } : {})];
    }),
);
