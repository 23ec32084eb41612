/** The header of a mail: fields unfolded, and words outside ASCII decoded (RFC 2047). */

/** Names are in lower case; of a field that stands twice, the last. `lines` end before the first blank line. */
export function readHeader(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (const line of lines) {
    const field = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    if (field !== null) {
      last = field[1]!.toLowerCase();
      fields.set(last, field[2]!);
    } else if (last !== undefined && /^[ \t]/.test(line))
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
  }
  return new Map([...fields].map(([name, value]) => [name, decodeWords(value.trim())]));
}

/** White space between two encoded words is no part of the text. What cannot be decoded stays as it is. */
function decodeWords(text: string): string {
  const encoded = /=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi;
  const joined = text.replace(/(\?=)[ \t]+(?==\?)/g, '$1');
  return joined.replace(encoded, (word, charset: string, way: string, body: string) => {
    const bytes = way.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : fromQuoted(body);
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return word;
    }
  });
}

function fromQuoted(body: string): Buffer {
  const latin = body
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}
