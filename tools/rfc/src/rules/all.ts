/** All rules. The order says nothing: findings are sorted by place. */
import type { RfcRule } from '../lint/rule.js';
import { allowComment } from './allow/comment.js';
import { unusedAllowance } from './allow/unused.js';
import { duplicateId } from './rfc/duplicate-id.js';
import { infoString } from './rfc/info-string.js';
import { lostHeading } from './rfc/lost-heading.js';
import { misplacedBlock } from './rfc/misplaced-block.js';
import { openObjection } from './rfc/open-objection.js';
import { repeatedOption } from './rfc/repeated-option.js';
import { unclosedFence } from './rfc/unclosed-fence.js';
import { unknownClause } from './rfc/unknown-clause.js';
import { unknownOption } from './rfc/unknown-option.js';
import { unlinkedMust } from './rfc/unlinked-must.js';
import { wasItself } from './rfc/was-itself.js';

export const rfcRules: readonly RfcRule[] = [
  unclosedFence,
  misplacedBlock,
  infoString,
  lostHeading,
  duplicateId,
  wasItself,
  repeatedOption,
  unknownOption,
  unlinkedMust,
  unknownClause,
  openObjection,
  allowComment,
  unusedAllowance,
];
