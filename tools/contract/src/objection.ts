/** An objection: what a reviewer holds against a promise, and what became of it, in an `objection` block. */
import type { PlacesOf } from './clause.js';
import type { FieldTable } from './field-table.js';
import type { ClauseId } from './identifier.js';
import type { TextPlace } from './source-text.js';

/** Each state, and the field that it cannot do without. */
export const objectionStates = {
  open: undefined,
  answered: 'Answer',
  accepted: 'Revision',
  withdrawn: undefined,
  overruled: 'By',
} as const satisfies Readonly<Record<string, 'Answer' | 'Revision' | 'By' | undefined>>;

export type ObjectionState = keyof typeof objectionStates;

export interface ObjectionContent {
  /** Formed as a clause id; unique among the objections of the RFC. */
  readonly id: string;
  readonly from: string;
  /** Message-IDs, with their angle brackets. */
  readonly threads: readonly string[];
  /** The clauses that it is against. Empty: the RFC as a whole. */
  readonly clauses: readonly ClauseId[];
  readonly says: string;
  readonly answer?: string;
  readonly state: ObjectionState;
  /** Who overruled it. */
  readonly by?: string;
  /** The revision of the RFC that gave way to it. */
  readonly revision?: number;
}

export interface Objection extends ObjectionContent {
  readonly places: PlacesOf<ObjectionContent> & { readonly block: TextPlace };
}

export const objectionTable = {
  block: 'objection',
  fields: [
    { key: 'Objection', times: '1', meaning: 'its id, unique among the objections of the RFC' },
    { key: 'From', times: '1', meaning: 'who objects' },
    { key: 'Thread', times: '0..n', meaning: 'the Message-ID of the mail, in angle brackets' },
    { key: 'Clause', times: '0..n', meaning: 'a clause that it is against; absent: the RFC as a whole' },
    { key: 'Says', times: '1', meaning: 'the objection' },
    { key: 'Answer', times: '0..1', meaning: 'the answer; an answered objection has one' },
    { key: 'State', times: '1', meaning: 'open, answered, accepted, withdrawn or overruled' },
    { key: 'By', times: '0..1', meaning: 'who overruled it; an overruled objection has one' },
    { key: 'Revision', times: '0..1', meaning: 'the revision that gave way; an accepted objection has one' },
  ],
} as const satisfies FieldTable;

export type ObjectionKey = (typeof objectionTable)['fields'][number]['key'];
