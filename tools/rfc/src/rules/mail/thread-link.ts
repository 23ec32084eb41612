import { placeOf } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/**
 * An archive that numbers mails its own way is gone one day, and its links with it: gmane was. The Message-ID is in every
 * copy of the mail, and lore finds it.
 */
export const threadLink = rule(
  {
    'mail/thread-link': code<{ archive: string }>({
      severity: fromReview('warning'),
      rule: 'A mail is linked by its Message-ID.',
      message: ({ archive }) => `Unexpected link to a mail in ${archive}, expected its Message-ID`,
      hint: () => 'Write https://lore.kernel.org/r/MESSAGE-ID, or the Message-ID in angle brackets.',
    }),
  },
  ({ rfc: { source } }, report) =>
    Array.from(source.text.matchAll(archives)).map(({ 0: link, 1: archive = '', index }) => {
      const place = placeOf(source, { start: index, end: index + link.length });
      return report('mail/thread-link', place, { archive });
    }),
);

const archives =
  /https?:\/\/(?:[a-z0-9.-]+\.)?(lkml\.org\/lkml|marc\.info|spinics\.net|gmane\.org|mail-archive\.com|nabble\.com|lists\.openwall\.net|groups\.google\.com)(?![\w.-])[^\s>)\]]*/g;
