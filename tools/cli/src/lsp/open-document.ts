/** A text as the editor shows it now. It is read when somebody asks, and then only what changed since it was read last. */
import { type SourceText, sourceText } from '@quiesce/contract';
import { spanIn } from '@quiesce/editor';
import { type CheckedRfc, type CheckOptions, checkRfc, type Rfc } from '@quiesce/rfc';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';

export interface OpenDocument {
  readonly uri: string;
  /** As findings name it. */
  readonly file: string;
  readonly version: () => number;
  readonly source: () => SourceText;
  /** Changes are applied one after the other, each to what the one before has left. */
  readonly change: (changes: readonly TextDocumentContentChangeEvent[], version: number) => void;
  readonly checked: (options: Omit<CheckOptions, 'previous'>) => CheckedRfc;
}

/** `previous`: the RFC as it is on disk, if it was read already. */
export function openDocument(
  uri: string,
  file: string,
  text: string,
  firstVersion: number,
  previous?: Rfc,
): OpenDocument {
  let version = firstVersion;
  let source = sourceText(file, text);
  let last = previous;
  let checked: { readonly of: SourceText; readonly options: object; readonly result: CheckedRfc } | undefined;
  return {
    uri,
    file,
    version: () => version,
    source: () => source,
    change: (changes, next) => {
      for (const change of changes) source = sourceText(file, changedText(source, change));
      version = next;
    },
    checked: (options) => {
      if (checked?.of !== source || !isSame(checked.options, options)) {
        const result = checkRfc(
          file,
          source.text,
          last === undefined ? options : { ...options, previous: last },
        );
        last = result.rfc;
        checked = { of: source, options, result };
      }
      return checked.result;
    },
  };
}

function changedText(source: SourceText, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const { start, end } = spanIn(source, change.range);
  return source.text.slice(0, start) + change.text + source.text.slice(end);
}

/** Member by member: what makes the options keeps the members, not the object. */
function isSame(one: object, other: object): boolean {
  const left = Object.entries(one);
  const right = new Map(Object.entries(other));
  return left.length === right.size && left.every(([name, value]) => right.get(name) === value);
}
