/**
 * The grammar of the names that blocks use.
 *
 *     word     = lower *( lower / digit / "-" )
 *     clause   = word *( "." word )                       lamp.off-means-dark
 *     option   = word                                     slow-fade
 *     property = word "/" camel [ 1*SP "@" word ]         lamp/noLightAfterOff @lkmm
 *     message  = "<" left "@" right ">"                   <20260301120000.4242-3-dev@example.org>
 */

/** The id of a clause: lower-case words joined by dots. Unique in its RFC, and never used again after removal. */
export type ClauseId = string;

/** The name of a design option: one lower-case word. */
export type OptionName = string;

/** A property of the model, and the memory model under which the clause wants it explored. */
export interface PropertyLink {
  /** Such as `lamp/noLightAfterOff`. */
  readonly property: string;
  /** Such as `lkmm`. Absent: the project's default. */
  readonly memoryModel?: string;
}

const word = '[a-z][a-z0-9-]*';
const clauseId = new RegExp(`^${word}(?:\\.${word})*$`);
const optionName = new RegExp(`^${word}$`);
const propertyLink = new RegExp(`^(${word}/[a-z][A-Za-z0-9]*)(?:[ \\t]+@(${word}))?$`);
const messageId = /^<[^\s<>@]+@[^\s<>@]+>$/;

export function isClauseId(text: string): text is ClauseId {
  return clauseId.test(text);
}

export function isOptionName(text: string): text is OptionName {
  return optionName.test(text);
}

export function isMessageId(text: string): boolean {
  return messageId.test(text);
}

/** Undefined if the text is not a property id. */
export function parsePropertyLink(text: string): PropertyLink | undefined {
  const match = propertyLink.exec(text);
  if (match === null) return undefined;
  const [, property, memoryModel] = match;
  return { property: property!, ...(memoryModel === undefined ? {} : { memoryModel }) };
}

export function printPropertyLink(link: PropertyLink): string {
  return link.memoryModel === undefined ? link.property : `${link.property} @${link.memoryModel}`;
}

/** The nearest text that `accepts` takes: in lower case, blanks and underscores turned into dashes. */
export function asIdentifier(text: string, accepts: (text: string) => boolean): string | undefined {
  const candidate = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return candidate !== text && accepts(candidate) ? candidate : undefined;
}
