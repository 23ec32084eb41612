/** What the samples of rules are made of: texts of RFCs, with what a finding must point at between `⟦` and `⟧`. */
import type { Mode, ProjectNames } from '../src/index.js';

export interface Sample {
  /** Raises the code at the marked position, and no other code. */
  readonly raises: string;
  /** The text after the fix, where there is one; it raises nothing. */
  readonly fixed?: string;
  /** Much the same, and raises nothing. */
  readonly silent: string;
  /** Lines that the related places are on. */
  readonly related?: readonly number[];
  /** Default: the least strict mode in which the code speaks. */
  readonly mode?: Mode;
  /** Earlier texts, oldest first. */
  readonly history?: readonly string[];
  readonly names?: ProjectNames;
}

/** The samples of one file of rules: each of its codes has some. */
export type Samples<Code extends string = string> = Readonly<Record<Code, readonly [Sample, ...Sample[]]>>;

/** Front matter whose lines can be replaced by key. It takes seven lines. */
export function header(lines: Readonly<Record<string, string>> = {}): string {
  const all = {
    rfc: 'rfc: 1',
    title: 'title: Lamps',
    revision: 'revision: 1',
    status: 'status: draft',
    options: 'options: [relay, dimmer]',
  };
  return `---\n${Object.values({ ...all, ...lines })
    .filter((line) => line !== '')
    .join('\n')}\n---\n`;
}

/** Front matter that can be sent, of nine lines. */
export function sentHeader(lines: Readonly<Record<string, string>> = {}): string {
  return header({
    status: 'status: review',
    lists: 'lists: [lamps@example.org]',
    authors: 'authors: [A. Author]',
    ...lines,
  });
}

export function clause(id: string, more = 'Then: it MAY glow\nWhy: x\n'): string {
  return `\n\`\`\`contract\nClause: ${id}\n${more}\`\`\`\n`;
}

export function objection(id: string, more = 'State: open\n'): string {
  return `\n\`\`\`objection\nObjection: ${id}\nFrom: R. Reviewer\nSays: too dark\n${more}\`\`\`\n`;
}
