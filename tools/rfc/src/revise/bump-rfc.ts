/**
 * The text of the next revision: the number in the front matter, and the list of changes. Nothing else is touched, so
 * `git diff` shows these two places.
 */
import assert from 'node:assert/strict';
import type { Edit } from '@quiesce/contract';
import { diffRfcs, type RfcDifference } from '../diff/diff-rfcs.js';
import type { Rfc } from '../rfc.js';
import { changeItems } from './change-items.js';
import { changesEdit } from './changes-section.js';

/** The text as the revision after `sent`, which is what was sent last. The front matter of `rfc` has been read. */
export function bumpRfc(rfc: Rfc, sent: Rfc): string {
  const { frontMatter, frontMatterPlaces, source } = rfc;
  const place = frontMatterPlaces.revision;
  assert(
    frontMatter !== undefined && place !== undefined,
    'the caller refuses front matter that cannot be read',
  );
  const revision = frontMatter.revision + 1;
  const raised = { start: place.start, end: place.end, text: String(revision) };
  return edited(source.text, [
    raised,
    changesEdit(rfc, revision, changeItems(diffRfcs(sent, rfc)), namesIn(sent, rfc)),
  ]);
}

/** The text with its list of changes as it is now. */
export function refreshChanges(rfc: Rfc, sent: Rfc): string {
  const { frontMatter, source } = rfc;
  assert(frontMatter !== undefined, 'the caller refuses front matter that cannot be read');
  return edited(source.text, [
    changesEdit(rfc, frontMatter.revision, changeItems(diffRfcs(sent, rfc)), namesIn(sent, rfc)),
  ]);
}

/** Whether a new revision would say nothing that the last one has not said. */
export function isUnrevised({ clauses, moved, objections, frontMatter, sections }: RfcDifference): boolean {
  return (
    clauses.length + moved.length + objections.length === 0 &&
    frontMatter.every(({ key }) => key === 'revision' || key === 'status') &&
    sections.every(({ title }) => /^changes in /i.test(title))
  );
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

/** All that an item of the list may be about. */
function namesIn(...rfcs: readonly Rfc[]): ReadonlySet<string> {
  return new Set(
    rfcs.flatMap(({ clauses, objections, declaredOptions = [] }) => [
      ...clauses.flatMap(({ id, was }) => [id, ...was]),
      ...objections.map(({ id }) => id),
      ...declaredOptions.map(({ value }) => value),
    ]),
  );
}
