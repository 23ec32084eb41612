/**
 * The words of blocks that mean something to the tools, for an editor that colours them: Markdown has no grammar for what is
 * inside a fence. Each is on one line, and they are told in the order of the text.
 */
import { placeOf, type SourceText, type Span, textOf } from '@quiesce/contract';
import type { Block, Rfc } from '@quiesce/rfc';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { knownIds } from './look-up.js';
import type { ProjectIndex } from './project-index.js';
import { fieldsOf } from './subject.js';

const types = ['keyword', 'class', 'enumMember', 'property', 'macro', 'string'] as const;

type TokenType = (typeof types)[number];

export const semanticLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [] };

interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/** Five numbers a token, as the protocol packs them: lines and columns from the token before, length, type, no modifiers. */
export function semanticTokensOf({ source, blocks }: Rfc, index: ProjectIndex): SemanticTokens {
  const isKnown = knownIds(index);
  const tokens = blocks.flatMap((block) => tokensOf(source, block, isKnown));
  let line = 1;
  let column = 1;
  const data = tokens.flatMap(({ span, type }) => {
    const place = placeOf(source, span);
    const isSameLine = place.line === line;
    const packed = [
      place.line - line,
      isSameLine ? place.column - column : place.column - 1,
      span.end - span.start,
      types.indexOf(type),
      0,
    ];
    line = place.line;
    column = place.column;
    return packed;
  });
  return { data };
}

function tokensOf(source: SourceText, block: Block, isKnown: (id: string) => boolean): readonly Token[] {
  return fieldsOf(source, block).flatMap(({ key, keyPlace, valuePlace, pieces }): readonly Token[] => [
    { span: keyPlace, type: 'keyword' },
    ...valueTokens(source, key, valuePlace, pieces, isKnown),
  ]);
}

function valueTokens(
  source: SourceText,
  key: string,
  value: Span,
  pieces: readonly Span[],
  isKnown: (id: string) => boolean,
): readonly Token[] {
  const words = (pattern: RegExp, type: TokenType, isMeant: (word: string) => boolean = () => true) =>
    pieces.flatMap(({ start, end }) =>
      Array.from(textOf(source, { start, end }).matchAll(pattern)).flatMap(
        ({ 0: word, index }): readonly Token[] =>
          isMeant(word) ? [{ span: { start: start + index, end: start + index + word.length }, type }] : [],
      ),
    );
  const clauses = () => words(/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+/g, 'class', isKnown);
  switch (key) {
    case 'Clause':
    case 'Was':
    case 'Objection':
      return words(/\S+/g, 'class');
    case 'Option':
      return words(/[^\s,]+/g, 'enumMember');
    case 'State':
      return words(/\S+/g, 'enumMember');
    case 'Model':
      return words(/[^\s@]+/g, 'property').map((token) =>
        token.span.start === value.start ? token : { ...token, type: 'enumMember' },
      );
    case 'Then':
      return [...words(/\b(?:MUST|SHOULD)(?: NOT)?\b|\bMAY\b/g, 'macro'), ...clauses()].sort(
        (left, right) => left.span.start - right.span.start,
      );
    case 'Thread':
      return words(/<\S+>/g, 'string');
    default:
      return clauses();
  }
}
