/** What a text is as JSON; undefined if it is none. For what the tool has written itself, and a schema then looks at. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
