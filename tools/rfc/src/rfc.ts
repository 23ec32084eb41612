/** An RFC as it is read: its front matter, its sections, and its blocks, each with the Markdown node that it came from. */
import type {
  Clause,
  ClauseId,
  ClauseKey,
  Objection,
  OptionName,
  Placed,
  SourceText,
  TextPlace,
} from '@quiesce/contract';
import type { Heading, Root } from 'mdast';
import type { Fence } from './fence.js';
import type { FrontMatter, FrontMatterPlaces } from './front-matter.js';
import type { MarkdownMemory } from './parse-markdown.js';
import type { BlockMemory } from './read-blocks.js';

export interface Rfc {
  readonly source: SourceText;
  /** The Markdown tree. Its offsets do not count a byte order mark; `markdownOffset` is what to add to them. */
  readonly tree: Root;
  readonly markdownOffset: number;
  /** For `parseRfc`, when it reads a later text of the same file. */
  readonly memory: { readonly pieces: MarkdownMemory; readonly blocks: BlockMemory };
  /** Undefined if any of it is wrong. */
  readonly frontMatter: FrontMatter | undefined;
  /** Of each key that the front matter has, right or wrong, where its value stands. */
  readonly frontMatterPlaces: FrontMatterPlaces;
  /** The options that the front matter declares; known where only other values are wrong. */
  readonly declaredOptions: readonly Placed<OptionName>[] | undefined;
  /** The title of the front matter, else of the first heading, else the name of the file. */
  readonly title: string;
  /** In the order of the file, of all depths. */
  readonly sections: readonly Section[];
  /** All fenced blocks of the file, at whatever place and of whatever kind. */
  readonly fences: readonly Fence[];
  /** The blocks that are read: those at column 1 with the right info string. */
  readonly blocks: readonly Block[];
  /** The clauses and objections of these blocks, in the order of the file. */
  readonly clauses: readonly Clause[];
  readonly objections: readonly Objection[];
}

export interface Section {
  /** The heading's text without marks. */
  readonly title: string;
  /** 1 to 6. */
  readonly depth: number;
  readonly place: TextPlace;
  readonly node: Heading;
  /** Those between this heading and the next one of any depth. */
  readonly clauses: readonly Clause[];
}

/** A block that is read. What it holds is undefined if it misses something that it cannot do without. */
export type Block = ContractBlock | ObjectionBlock;

export interface ContractBlock {
  readonly kind: 'contract';
  readonly fence: Fence;
  readonly id: Placed<ClauseId> | undefined;
  readonly clause: Clause | undefined;
  /** The keys that have a value, right or wrong. */
  readonly keys: ReadonlySet<ClauseKey>;
}

export interface ObjectionBlock {
  readonly kind: 'objection';
  readonly fence: Fence;
  readonly id: Placed<string> | undefined;
  readonly objection: Objection | undefined;
}
