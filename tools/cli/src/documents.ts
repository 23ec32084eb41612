/** The RFCs of a project, read from disk. */
import { resolve } from 'node:path';
import { isInForce, type PromiseDocument, secondNumbers } from '@quiesce/conformance';
import { type Diagnostic, placeOf, type SourceText, type TextPlace, ToolError } from '@quiesce/contract';
import { checkRfc, type Rfc } from '@quiesce/rfc';
import { type Project, shownPath } from './project.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

export interface ReadDocument {
  readonly document: PromiseDocument;
  /** The same with all that is in it besides clauses. */
  readonly rfc: Rfc;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the user has asked about it; the others are read because a property may name a clause of theirs. */
  readonly isAsked: boolean;
}

/** `0001-asynchronous-detach.md`; whatever else is in the folder is no RFC. */
export const rfcName = /^[0-9]{4}-.*\.md$/;

/** Absolute paths of the RFCs in the project's folder, ascending; none where there is no such folder. */
export function rfcPaths({ root, config }: Project, { disk }: World): readonly string[] {
  const folder = resolve(root, config.rfc);
  return (disk.listIfThere(folder) ?? [])
    .filter((name) => rfcName.test(name))
    .map((name) => resolve(folder, name));
}

/** `paths`: as the user gave them; none: all RFCs of the project's folder that are in force. */
export function readDocuments(
  project: Project,
  paths: readonly string[],
  world: World,
): readonly ReadDocument[] {
  const { root, config } = project;
  const { cwd, disk } = world;
  const folder = resolve(root, config.rfc);
  const inFolder = rfcPaths(project, world);
  if (paths.length === 0 && inFolder.length === 0)
    throw new ToolError(`Cannot find an RFC in ${shownPath(root, folder)}`, {
      hint: 'An RFC is a file such as 0001-its-title.md there; name other files on the command line.',
    });
  const asked = paths.length === 0 ? inFolder : paths.map((path) => resolve(cwd, path));
  const all = [...new Set([...inFolder, ...asked])];
  const read = all.map((path) => {
    const { rfc, diagnostics } = checkRfc(shownPath(root, path), disk.read(path));
    return { document: documentOf(rfc), rfc, diagnostics };
  });
  const unreadable = read.filter(({ document }) => document === undefined);
  if (unreadable.length > 0)
    throw new Refusal(
      unreadable.flatMap(({ diagnostics }) => diagnostics),
      root,
    );
  return read.map(({ document, rfc, diagnostics }, index) => {
    const isAsked = paths.length === 0 ? isInForce(document!) : asked.includes(all[index]!);
    return { document: document!, rfc, diagnostics: isAsked ? diagnostics : [], isAsked };
  });
}

/** Undefined if the front matter is wrong: then nobody knows what the RFC is about. */
export function documentOf({
  source,
  frontMatter,
  declaredOptions = [],
  clauses,
}: Rfc): PromiseDocument | undefined {
  if (frontMatter === undefined) return undefined;
  const { rfc: number, title, revision, status } = frontMatter;
  const numberPlace = numberPlaceIn(source);
  return {
    file: source.file,
    number,
    numberPlace,
    title,
    revision,
    status,
    options: declaredOptions,
    clauses,
  };
}

/** Of the value after the key. Front matter that can be read has the key, though YAML lets it be written in other ways. */
function numberPlaceIn(source: SourceText): TextPlace {
  const found = /^rfc:[ \t]*(?=(\d+))/m.exec(source.text);
  const start = found === null ? 0 : found.index + found[0].length;
  return placeOf(source, { start, end: start + (found?.[1]?.length ?? 0) });
}

/** What is wrong with RFCs as a set, for commands that are about no model. */
export function numberFindings(read: readonly ReadDocument[]): readonly Diagnostic[] {
  return secondNumbers(read.map(({ document }) => document));
}
