/**
 * The shape of a lint rule. All of it stands in one file: the codes that it raises, how severe each is in which mode, the
 * words, and the check. The check is given a `report` that is typed by its own codes and knows the mode, so it neither
 * builds a sentence nor asks how strict it has to be.
 */
import type { Diagnostic, Place, Words } from '@quiesce/contract';
import type { RfcContext } from './context.js';
import type { SeverityByMode } from './mode.js';

/** What is said of one code of a rule. */
export interface CodeWords<Details> extends Omit<Words<Details>, 'severity'> {
  readonly severity: SeverityByMode;
  /**
   * Whether its fixes leave the meaning of every clause as it is, so that they can be made unseen. Absent: it has no fix,
   * or one that guesses what was meant.
   */
  readonly isSafeToFix?: true;
  /** Whether the finding makes the text unreadable, so that no comment can allow it. */
  readonly isFirm?: true;
}

export type RuleTable = Readonly<Record<string, CodeWords<never>>>;

type Details<Table extends RuleTable, Code extends keyof Table> =
  Table[Code] extends CodeWords<infer Own> ? Own : never;

export type RuleReport<Table extends RuleTable> = <Code extends keyof Table & string>(
  code: Code,
  place: Place,
  details: Details<Table, Code>,
  more?: Pick<Diagnostic, 'related' | 'fix'>,
) => Diagnostic;

export interface RfcRule {
  readonly codes: RuleTable;
  /** What it cannot do without; where that is not known it is silent. */
  readonly needs: 'history' | 'names' | undefined;
  /** The findings of the codes that speak in the mode of the context, in no order. Never throws. */
  readonly check: (context: RfcContext) => readonly Diagnostic[];
}

/** Gives `details` its type in the functions of an entry. */
export function code<Details = object>(entry: CodeWords<Details>): CodeWords<Details> {
  return entry;
}

export function rule<Table extends RuleTable>(
  codes: Table,
  check: (context: RfcContext, report: RuleReport<Table>) => readonly Diagnostic[],
  needs?: 'history' | 'names',
): RfcRule {
  const speaks = (name: string, context: RfcContext): boolean =>
    codes[name]?.severity[context.mode] !== undefined;
  return {
    codes,
    needs,
    check: (context) => {
      if (needs !== undefined && context[needs] === undefined) return [];
      if (!Object.keys(codes).some((name) => speaks(name, context))) return [];
      return check(context, reportIn(codes, context)).filter((finding) => speaks(finding.code, context));
    },
  };
}

/** Of a code that is silent in the mode, the finding is made all the same and dropped above. */
function reportIn<Table extends RuleTable>(codes: Table, { mode }: RfcContext): RuleReport<Table> {
  return (name, place, details, more = {}) => {
    const words = codes[name] as unknown as CodeWords<typeof details>;
    const hint = words.hint?.(details);
    return {
      code: name,
      severity: words.severity[mode] ?? 'note',
      place,
      message: words.message(details),
      ...(hint === undefined ? {} : { hint }),
      ...more,
    };
  };
}
