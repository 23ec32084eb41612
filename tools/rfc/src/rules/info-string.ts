import { textOf } from '@quiesce/contract';
import { nearBlockName } from '../block-name.js';
import { report } from '../problems.js';
import type { RfcRule } from '../rule.js';

/** A block with a slip in its info string looks right on every screen and promises nothing. */
export const infoString: RfcRule = {
  id: 'rfc/info-string',
  check: ({ source, fences }) =>
    fences.flatMap((fence) => {
      const info = textOf(source, fence.info);
      const block = nearBlockName(info);
      if (block === undefined) return [];
      const { start, end } = fence.info;
      const fix = { title: `Write ${block}`, edits: [{ start, end, text: block }] };
      const isInPlace = fence.container === undefined && fence.indent === 0;
      return [report('rfc/info-string', fence.info, { info, block }, isInPlace ? { fix } : {})];
    }),
};
