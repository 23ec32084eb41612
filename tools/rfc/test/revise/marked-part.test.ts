import { describe, expect, test } from 'vitest';
import { findMarkedParts, markedEdit, parseRfc } from '../../src/index.js';

const rfcOf = (body: string) =>
  parseRfc('rfc/0001-lamps.md', `---\nrfc: 1\ntitle: Lamps\n---\n\n${body}`).rfc;

const filled = (body: string, lines: readonly string[]): string => {
  const rfc = rfcOf(body);
  let { text } = rfc.source;
  for (const part of [...findMarkedParts(rfc, 'costs')].reverse()) {
    const edit = markedEdit(rfc, part, lines);
    if (edit !== undefined) text = `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`;
  }
  return text.slice(text.indexOf('---\n\n') + 5);
};

describe('a part that a tool writes', () => {
  test('is filled, and what stands around it stays', () => {
    const body = 'Before.\n\n<!-- costs: made -->\n<!-- end of costs -->\n\nAfter.\n';
    const text = 'Before.\n\n<!-- costs: made -->\n\nOne.\n\n    two  2\n\n<!-- end of costs -->\n\nAfter.\n';
    expect(filled(body, ['One.', '', '    two  2'])).toBe(text);
    expect(filled(text, ['One.', '', '    two  2'])).toBe(text);
    expect(filled(text, ['Three.'])).toBe(text.replace('One.\n\n    two  2', 'Three.'));
  });

  test('is empty before it was made', () => {
    expect(filled('<!-- costs -->\n\n<!-- end of costs -->\n', ['One.'])).toContain('-->\n\nOne.\n\n<!--');
  });

  test('keeps the line endings of the file', () => {
    const body = '<!-- costs -->\r\n\r\nold\r\n\r\n<!-- end of costs -->\r\n';
    const { source } = rfcOf(body);
    const crlf = parseRfc('rfc/0001-lamps.md', source.text.replace(/\r?\n/g, '\r\n')).rfc;
    const [part] = findMarkedParts(crlf, 'costs');
    expect(markedEdit(crlf, part!, ['One.', 'Two.'])?.text).toBe('\r\n\r\nOne.\r\nTwo.\r\n\r\n');
  });

  test('that does not end is told, and not filled', () => {
    const rfc = rfcOf('<!-- costs -->\n\nOne.\n');
    const [part] = findMarkedParts(rfc, 'costs');
    expect(part).toMatchObject({ place: { line: 6, column: 1 }, inside: undefined });
    expect(markedEdit(rfc, part!, ['One.'])).toBeUndefined();
  });

  test('may be there twice, and a second beginning is no end', () => {
    const rfc = rfcOf('<!-- costs -->\n\na\n\n<!-- costs -->\n\nb\n\n<!-- end of costs -->\n');
    expect(findMarkedParts(rfc, 'costs').map(({ inside }) => inside !== undefined)).toEqual([false, true]);
  });

  test('has a name that is the whole comment', () => {
    const rfc = rfcOf(
      '<!-- published costs -->\n\na\n\n<!-- end of published costs -->\n\n- <!-- costs -->\n\n```\n<!-- costs -->\n```\n',
    );
    expect(findMarkedParts(rfc, 'costs')).toEqual([]);
    expect(findMarkedParts(rfc, 'published costs')).toHaveLength(1);
  });
});
