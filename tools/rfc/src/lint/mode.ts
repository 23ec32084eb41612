/**
 * How strictly an RFC is read.
 *
 *     draft    what cannot be read or contradicts itself: for whoever is writing, and for `check`
 *     review   also what a reviewer would ask
 *     send     also what mail would lose, and what a list expects
 *
 * A rule says how severe it is in each mode; where it says nothing, it does not speak.
 */
import type { Severity } from '@quiesce/contract';

export const modes = ['draft', 'review', 'send'] as const;

export type Mode = (typeof modes)[number];

export type SeverityByMode = Readonly<Partial<Record<Mode, Severity>>>;

export function always(severity: Severity): SeverityByMode {
  return { draft: severity, review: severity, send: severity };
}

/** `inSend`: how severe it is once the text is about to be sent. */
export function fromReview(severity: Severity, inSend: Severity = severity): SeverityByMode {
  return { review: severity, send: inSend };
}

export function whenSent(severity: Severity): SeverityByMode {
  return { send: severity };
}
