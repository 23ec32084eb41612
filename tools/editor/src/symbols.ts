/** The outline of an RFC, and the names that can be looked for in a whole project. */
import type { Placed, TextPlace } from '@quiesce/contract';
import type { Block, Rfc } from '@quiesce/rfc';
import type {
  DocumentSymbol,
  SymbolInformation,
  SymbolKind,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { locationOf } from './definition.js';
import { rangeIn, rangeOf } from './position.js';
import type { ProjectIndex } from './project-index.js';

const kinds = { section: 3, clause: 11, objection: 24, property: 7 } as const satisfies Record<
  string,
  SymbolKind
>;

/** Sections with what stands in them, as deep as they are. */
export function outlineOf(rfc: Rfc): readonly DocumentSymbol[] {
  interface Open {
    readonly depth: number;
    readonly start: number;
    readonly symbol: DocumentSymbol & { readonly children: DocumentSymbol[] };
  }
  const { source, sections, blocks } = rfc;
  const top: DocumentSymbol[] = [];
  const open: Open[] = [];
  const end = (until: number, depth: number): void => {
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      open.pop();
      last.symbol.range = rangeIn(source, { start: last.start, end: until });
    }
  };
  const items = [
    ...sections.map((section) => ({ kind: 'section' as const, start: section.place.start, section })),
    ...blocks.map((block) => ({ kind: 'block' as const, start: block.fence.place.start, block })),
  ].sort((left, right) => left.start - right.start);
  for (const item of items) {
    const siblings = () => open.at(-1)?.symbol.children ?? top;
    if (item.kind === 'block') {
      const symbol = blockSymbol(item.block);
      if (symbol !== undefined) siblings().push(symbol);
      continue;
    }
    const { title, depth, place } = item.section;
    end(place.start, depth);
    const range = rangeOf(place);
    const symbol = {
      name: title === '' ? '(no title)' : title,
      kind: kinds.section,
      range,
      selectionRange: range,
      children: [],
    };
    siblings().push(symbol);
    open.push({ depth, start: place.start, symbol });
  }
  end(source.text.length, 0);
  return top;
}

/** For editors that show no tree. */
export function flatOutlineOf(rfc: Rfc, uri: string): readonly SymbolInformation[] {
  const flat = ({ name, kind, range, children = [] }: DocumentSymbol): readonly SymbolInformation[] => [
    { name, kind, location: { uri, range } },
    ...children.flatMap(flat),
  ];
  return outlineOf(rfc).flatMap(flat);
}

/** Clauses, objections and properties whose name has the letters of the query, in this order. */
export function symbolsIn(index: ProjectIndex, query: string): readonly WorkspaceSymbol[] {
  const named = index.documents.flatMap(({ rfc }) =>
    rfc.blocks.flatMap((block) => {
      const id = idOf(block);
      return id === undefined
        ? []
        : [{ name: id.value, kind: kinds[roleOf(block)], place: id.place, of: rfc.title }];
    }),
  );
  const properties = index.models.flatMap(({ description, entry }) =>
    description.properties.map(({ id, place }) => ({ name: id, kind: kinds.property, place, of: entry })),
  );
  return [...named, ...properties]
    .filter(({ name }) => hasLetters(name, query))
    .map(({ name, kind, place, of }) => ({
      name,
      kind,
      location: locationOf(place, index),
      containerName: of,
    }));
}

function blockSymbol(block: Block): DocumentSymbol | undefined {
  const id = idOf(block);
  if (id === undefined) return undefined;
  const detail = block.kind === 'contract' ? block.clause?.keyword : block.objection?.state;
  return {
    name: id.value,
    kind: kinds[roleOf(block)],
    range: rangeOf(block.fence.place),
    selectionRange: rangeOf(id.place),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** An id is what its block is found by, also where the rest is not right yet. */
function idOf({ id }: Block): (Placed<string> & { readonly place: TextPlace }) | undefined {
  return id;
}

function roleOf({ kind }: Block): 'clause' | 'objection' {
  return kind === 'contract' ? 'clause' : 'objection';
}

function hasLetters(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query.toLowerCase()) {
    const at = name.toLowerCase().indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
