/** What conformance needs of an RFC: its name, the options that it decides on, and its clauses. */
import type { Clause, OptionName, Place } from '@quiesce/contract';

export interface PromiseDocument {
  readonly file: string;
  readonly number: number;
  /** Of the line with its number; absent: the first line stands for it. */
  readonly numberPlace?: Place;
  readonly title: string;
  readonly revision: number;
  readonly status: string;
  /** As the front matter declares them. */
  readonly options: readonly { readonly value: OptionName; readonly place: Place }[];
  readonly clauses: readonly Clause[];
}

/** A superseded or withdrawn RFC promises nothing any more, and may have clauses in common with its successor. */
export function isInForce({ status }: Pick<PromiseDocument, 'status'>): boolean {
  return status !== 'superseded' && status !== 'withdrawn';
}
