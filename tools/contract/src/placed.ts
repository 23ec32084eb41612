/**
 * Values with their places, as a parser collects them, and their separation into a plain content with a mirror of
 * places: `{ id: 'a.b', places: { id: ... } }`. Whoever compares or prints a clause reads plain values; whoever reports on
 * it finds the place under the same name.
 */
import type { PlacesOf } from './clause.js';
import type { Diagnostic } from './diagnostic.js';
import type { TextPlace } from './source-text.js';

export interface Placed<Value> {
  readonly value: Value;
  readonly place: TextPlace;
}

/** What one or more fields held: the values that are right, and what is wrong with the others. */
export interface Reading<Value> {
  readonly items: readonly Placed<Value>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A content whose every value has its place. */
export type PlacedContent<Content> = {
  readonly [Name in keyof Content]-?:
    | (NonNullable<Content[Name]> extends readonly (infer Item)[]
        ? readonly Placed<Item>[]
        : Placed<NonNullable<Content[Name]>>)
    | (undefined extends Content[Name] ? undefined : never);
};

/** Splits values from places. What is undefined is left out of both. */
export function separate<Content>(placed: PlacedContent<Content>): {
  readonly content: Content;
  readonly places: PlacesOf<Content>;
} {
  const content: Record<string, unknown> = {};
  const places: Record<string, unknown> = {};
  const entries = Object.entries<Placed<unknown> | readonly Placed<unknown>[] | undefined>(placed);
  for (const [name, entry] of entries) {
    if (entry === undefined) continue;
    content[name] = 'value' in entry ? entry.value : entry.map((item) => item.value);
    places[name] = 'value' in entry ? entry.place : entry.map((item) => item.place);
  }
  // The mapped types above say name by name what this loop does; TypeScript cannot follow a loop over names.
  return { content: content as Content, places: places as PlacesOf<Content> };
}
