/**
 * A project while somebody edits it: the RFCs that are open as the editor shows them, the others as they are on disk, and
 * what takes longer to find out (models, the last check, patches, tests), which is read when nothing else is to do.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '@quiesce/contract';
import { indexOf, type ProjectIndex } from '@quiesce/editor';
import type { CheckedRfc, CheckOptions, Mode, Rfc } from '@quiesce/rfc';
import type { World } from '../world.js';
import { isRfc } from './is-rfc.js';
import type { OpenDocument } from './open-document.js';
import type { ProjectFacts } from './project-facts.js';
import { openWatch } from './watch.js';

export interface EditorProject {
  readonly add: (document: OpenDocument) => void;
  readonly changed: (document: OpenDocument) => void;
  readonly remove: (document: OpenDocument) => void;
  readonly checked: (document: OpenDocument) => CheckedRfc;
  /** Those of the text, and those of its links, as far as they are known. */
  readonly findingsOf: (document: OpenDocument) => readonly Diagnostic[];
  readonly linkFindings: (file: string) => readonly Diagnostic[];
  readonly filesWithLinkFindings: () => readonly string[];
  readonly index: () => ProjectIndex;
  readonly onDisk: (file: string) => Rfc | undefined;
  readonly uriOf: (file: string) => string;
  readonly hasUri: (uri: string) => boolean;
  /** Reads what is on disk, once for all that ask for it within a moment. */
  readonly readSoon: () => void;
  /**
   * Waits until all is read that was asked for, for `ms` at most. Then undefined if every model is known, else which is not, for an
   * answer that would be wrong without.
   */
  readonly unknown: (ms: number) => Promise<string | undefined>;
  readonly close: () => void;
}

export interface ProjectOwner {
  /** When there is more to say than before. */
  readonly onChange: () => void;
  /** The uri under which the editor has opened a file. */
  readonly openUri: (file: string) => string | undefined;
  /** Whether files have to be watched here, because the editor does not tell of them. */
  readonly watches: boolean;
  /** Told of what can only be a bug. */
  readonly fail: (error: unknown) => void;
}

/** The answer to what was typed goes first. */
const readAfterMs = 60;
/** Where joining the links takes longer than this, it waits until nobody types. */
const quickLinkMs = 10;
const linkAfterMs = 200;

/** `root`: undefined for texts that are in no project, of which nothing is known but themselves. */
export function openProject(root: string | undefined, world: World, owner: ProjectOwner): EditorProject {
  const open = new Map<string, OpenDocument>();
  let facts: ProjectFacts | undefined;
  /** Loaded with the facts: a first answer does not wait for what joins models. */
  let joins: typeof import('./project-facts.js') | undefined;
  let links: readonly Diagnostic[] = [];
  let linkMs = 0;
  let reading: NodeJS.Timeout | undefined;
  let linking: NodeJS.Timeout | undefined;
  /** Whether a text has changed since the links were joined. */
  let linksAreOld = false;
  let isClosed = false;
  let isReading = false;
  let isReadAgain = false;
  let isRead = root === undefined;
  /** Told when nothing is left to read. */
  const waiting = new Set<() => void>();
  const isSettled = (): boolean => isClosed || (reading === undefined && !isReading);

  const uriOf = (file: string): string =>
    owner.openUri(file) ??
    (/^[a-z][a-z0-9+-]+:/i.test(file) ? file : pathToFileURL(resolve(root ?? '/', file)).href);
  /** As `quiesce lint` would: a draft is not asked about its past, nor about what it names. */
  const optionsFor = (document: OpenDocument): Omit<CheckOptions, 'previous'> => {
    const { text } = document.source();
    const mode = modeOf(text);
    if (mode === 'draft' || facts === undefined) return { mode };
    const history = facts.history.get(Number(/^rfc:[ \t]*([0-9]+)/m.exec(text.slice(0, 2000))?.[1]));
    const { names } = facts;
    return {
      mode,
      ...(history === undefined ? {} : { history }),
      ...(names === undefined ? {} : { names }),
    };
  };
  const checked = (document: OpenDocument): CheckedRfc => document.checked(optionsFor(document));
  const documents = (): readonly CheckedRfc[] => {
    const openRfcs = [...open.values()].filter(({ file, source }) => isRfc(file, source().text));
    const onDisk = [...(facts?.documents ?? [])].filter(([file]) => !open.has(file)).map(([, one]) => one);
    return [...onDisk, ...openRfcs.map(checked)].sort((left, right) =>
      left.rfc.source.file < right.rfc.source.file ? -1 : 1,
    );
  };
  const link = (): void => {
    linksAreOld = false;
    if (facts === undefined || joins === undefined) return;
    const started = world.now();
    links = joins.linkFindings(facts, documents());
    linkMs = world.now() - started;
  };
  const read = async (): Promise<void> => {
    if (root === undefined || isClosed) return;
    if (isReading) {
      isReadAgain = true;
      return;
    }
    isReading = true;
    try {
      joins ??= await import('./project-facts.js');
      const { readFacts } = await import('./read-facts.js');
      const texts = [...open.values()].map(
        ({ file, source }) => [resolve(root, file), source().text] as const,
      );
      await readFacts(root, {
        world,
        previous: facts,
        open: new Map(texts),
        tell: (next) => {
          if (isClosed) return;
          facts = next;
          link();
          owner.onChange();
        },
      });
      if (facts !== undefined) await watch?.set(joins.readFrom(facts).map((path) => resolve(root, path)));
    } catch (error) {
      owner.fail(error);
    } finally {
      isReading = false;
      isRead = true;
      if (isReadAgain && !isClosed) {
        isReadAgain = false;
        void read();
      }
      if (isSettled()) for (const go of waiting) go();
    }
  };
  const known = (): Partial<ProjectIndex> => {
    if (facts === undefined || joins === undefined) return { isRead };
    const { models = [], ...rest } = joins.knownOf(facts, documents);
    const textNow = (path: string, text: string): string => open.get(path)?.source().text ?? text;
    const now = models.map((model) => ({
      ...model,
      files: model.files.map(({ path, text }) => ({ path, text: textNow(path, text) })),
    }));
    return { ...rest, isRead, models: now };
  };
  const project: EditorProject = {
    add: (document) => void open.set(document.file, document),
    changed: ({ file, source }) => {
      if (!isRfc(file, source().text)) {
        project.readSoon();
        return;
      }
      linksAreOld = true;
      clearTimeout(linking);
      linking = setTimeout(() => {
        if (linksAreOld) link();
        // Whoever asked for the findings of this text has got them; those of others wait for this.
        owner.onChange();
      }, linkAfterMs);
    },
    remove: ({ file }) => void open.delete(file),
    checked,
    findingsOf: (document) => {
      if (linksAreOld && linkMs < quickLinkMs) link();
      return [...checked(document).diagnostics, ...project.linkFindings(document.file)];
    },
    linkFindings: (file) => links.filter(({ place }) => place.file === file),
    filesWithLinkFindings: () => [...new Set(links.map(({ place }) => place.file))],
    index: () => indexOf(documents(), uriOf, known()),
    onDisk: (file) => facts?.documents.get(file)?.rfc,
    uriOf,
    hasUri: (uri) => root !== undefined && uri.startsWith(`${pathToFileURL(root).href}/`),
    readSoon: () => {
      clearTimeout(reading);
      if (root === undefined || isClosed) return;
      reading = setTimeout(() => {
        reading = undefined;
        void read();
      }, readAfterMs);
    },
    unknown: async (ms) => {
      if (root === undefined) return undefined;
      if (!isSettled())
        await new Promise<void>((resolve) => {
          const go = (): void => {
            clearTimeout(timer);
            waiting.delete(go);
            resolve();
          };
          const timer = setTimeout(go, ms);
          waiting.add(go);
        });
      if (!isSettled()) return 'the models of the project are still being read; try again';
      return joins === undefined || facts === undefined
        ? 'the project could not be read'
        : joins.unreadModel(facts);
    },
    close: () => {
      isClosed = true;
      clearTimeout(reading);
      clearTimeout(linking);
      for (const go of waiting) go();
      watch?.close();
    },
  };
  const watch = owner.watches && root !== undefined ? openWatch(project.readSoon) : undefined;
  return project;
}

/** A draft is not held to what only counts when it is read by others. */
function modeOf(text: string): Mode {
  const status = /^status:[ \t]*([a-z]+)/m.exec(text.slice(0, 2000))?.[1];
  return status === undefined || status === 'draft' ? 'draft' : 'review';
}
