/** All rules. The order says nothing: findings are sorted by place. */
import type { RfcRule } from '../lint/rule.js';
import { allowComment } from './allow/comment.js';
import { unusedAllowance } from './allow/unused.js';
import { sending } from './header/sending.js';
import { title } from './header/title.js';
import { earlierId } from './history/earlier-id.js';
import { snapshot } from './history/snapshot.js';
import { untoldChange } from './history/untold-change.js';
import { headingMark } from './mail/heading-mark.js';
import { hiddenCharacter } from './mail/hidden-character.js';
import { lineEnding } from './mail/line-ending.js';
import { longLine } from './mail/long-line.js';
import { markdownLink } from './mail/markdown-link.js';
import { messageEnd } from './mail/message-end.js';
import { scissors } from './mail/scissors.js';
import { separator } from './mail/separator.js';
import { threadLink } from './mail/thread-link.js';
import { trailer } from './mail/trailer.js';
import { typographicQuote } from './mail/typographic-quote.js';
import { whiteSpace } from './mail/white-space.js';
import { listedObjection } from './objection/open.js';
import { acceptedObjection } from './objection/revision.js';
import { projectName } from './project/name.js';
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
import { circularWhy } from './text/circular-why.js';
import { heading } from './text/heading.js';
import { looseKeyword } from './text/loose-keyword.js';
import { noChanges } from './text/no-changes.js';
import { placeholder } from './text/placeholder.js';
import { reference } from './text/reference.js';

export const rfcRules: readonly RfcRule[] = [
  allowComment,
  unusedAllowance,
  sending,
  title,
  earlierId,
  snapshot,
  untoldChange,
  headingMark,
  hiddenCharacter,
  lineEnding,
  longLine,
  markdownLink,
  messageEnd,
  scissors,
  separator,
  threadLink,
  trailer,
  typographicQuote,
  whiteSpace,
  listedObjection,
  acceptedObjection,
  projectName,
  duplicateId,
  infoString,
  lostHeading,
  misplacedBlock,
  openObjection,
  repeatedOption,
  unclosedFence,
  unknownClause,
  unknownOption,
  unlinkedMust,
  wasItself,
  circularWhy,
  heading,
  looseKeyword,
  noChanges,
  placeholder,
  reference,
];
