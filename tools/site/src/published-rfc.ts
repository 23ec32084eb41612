/** An RFC with what is known of it: the join that every page starts from, made once. */
import type { TracedClause } from '@quiesce/conformance';
import type { Clause, ClauseId, Objection } from '@quiesce/contract';
import type { Rfc, Section } from '@quiesce/rfc';
import type { SiteCheck, SiteDifference, SiteInput } from './site-input.js';

type ReportedClause = SiteCheck['report']['clauses'][number];

export interface PublishedRfc {
  readonly rfc: Rfc;
  /** The folder of its pages. */
  readonly folder: string;
  /** `RFC 1`, or the name of the file where the number is not known. */
  readonly name: string;
  /** The check that it is a part of. */
  readonly check: SiteCheck | undefined;
  /** In the order of the text, each id once. */
  readonly clauses: readonly PublishedClause[];
  readonly sections: readonly PublishedSection[];
  readonly differences: readonly SiteDifference[];
  /** As a mail. */
  readonly mail: string | undefined;
}

export interface PublishedClause {
  readonly clause: Clause;
  /** Undefined where it was not checked. */
  readonly reported: ReportedClause | undefined;
  /** Whether what was checked is another text than this. */
  readonly isStale: boolean;
  readonly links: TracedClause | undefined;
  readonly objections: readonly Objection[];
}

export interface PublishedSection {
  readonly section: Section;
  /** What an address names it by, unique in the RFC. */
  readonly slug: string;
  /** 2 to 6: 1 is the title of the page, and no level is left out on the way down. */
  readonly level: number;
}

export function publishedRfcs({
  rfcs,
  checks,
  links,
  differences,
  mails,
}: SiteInput): readonly PublishedRfc[] {
  const folders = uniqueNames(rfcs.map(({ source }) => baseName(source.file)));
  return rfcs.map((rfc, index) => {
    const { file } = rfc.source;
    const check = checks.find(({ report }) => report.rfcs.some((one) => one.file === file));
    const clauses = firstOfEach(rfc.clauses).map((clause) => {
      const reported = check?.report.clauses.find(({ id, place }) => id === clause.id && place.file === file);
      return {
        clause,
        reported,
        isStale: reported !== undefined && !isSaid(clause, reported),
        links: links.find((one) => one.clause.id === clause.id && one.file === file),
        objections: rfc.objections.filter((one) => one.clauses.includes(clause.id)),
      };
    });
    const number = rfc.frontMatter?.rfc;
    const name = number === undefined ? file : `RFC ${number}`;
    return {
      rfc,
      folder: folders[index]!,
      name,
      check,
      clauses,
      sections: publishedSections(rfc),
      differences: differences.filter((one) => one.file === file),
      mail: mails.get(file),
    };
  });
}

/** A report may be older than the text: then its verdicts are about what the clause said. */
function isSaid({ guarantee, when, unless }: Clause, reported: ReportedClause): boolean {
  return (
    guarantee === reported.guarantee &&
    (when ?? null) === reported.when &&
    (unless ?? null) === reported.unless
  );
}

/** Who has the clause, and where its page is. */
export function clauseHolders(rfcs: readonly PublishedRfc[]): ReadonlyMap<ClauseId, PublishedRfc> {
  const holders = rfcs.flatMap((published) =>
    published.clauses.map(({ clause }) => [clause.id, published] as const),
  );
  // Of two, the first: a map keeps the last.
  return new Map(holders.toReversed());
}

function firstOfEach(clauses: readonly Clause[]): readonly Clause[] {
  const seen = new Set<ClauseId>();
  return clauses.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A first heading that says the title again is the page's own heading. */
function publishedSections({ sections, title }: Rfc): readonly PublishedSection[] {
  const [first] = sections;
  const shown = first?.depth === 1 && first.title === title ? sections.slice(1) : sections;
  const slugs = uniqueNames(shown.map((section) => slugOf(section.title)));
  const open: number[] = [];
  return shown.map((section, index) => {
    while (open.length > 0 && open.at(-1)! >= section.depth) open.pop();
    open.push(section.depth);
    return { section, slug: slugs[index]!, level: Math.min(open.length + 1, 6) };
  });
}

/** As GitHub names a heading, so that a link that works there works here. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 1; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  });
}

/** `rfc/0001-a-title.md` is `0001-a-title`; what is safe in a path stays. */
function baseName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return name.replace(/[^A-Za-z0-9_-]/g, '-') || 'rfc';
}
