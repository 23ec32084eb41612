/** A report of one RFC's options, put in the place of what an earlier report says of them. */
import type { CostReport } from '../costs/cost-report.js';

/** `earlier` must not be of another machine, kernel or configuration: its other rows could not stand beside the new ones. */
export type Merged =
  | { readonly ok: true; readonly report: CostReport }
  | { readonly ok: false; readonly what: string };

export function mergeReport(earlier: CostReport, fresh: CostReport, rfc: number): Merged {
  const isOther = (one: { readonly rfc?: number | undefined }): boolean =>
    one.rfc !== undefined && one.rfc !== rfc;
  const rows = earlier.rows.filter(isOther);
  if (rows.length === 0) return { ok: true, report: fresh };
  const what = difference(earlier.environment, fresh.environment);
  if (what !== undefined) return { ok: false, what };
  const untouched = [...(fresh.untouched ?? []), ...(earlier.untouched ?? []).filter(isOther)];
  return {
    ok: true,
    report: {
      ...fresh,
      ...(fresh.environment === undefined
        ? {}
        : {
            environment: {
              ...fresh.environment,
              series: [...fresh.environment.series, ...(earlier.environment?.series ?? []).filter(isOther)],
            },
          }),
      rows: [...fresh.rows, ...rows],
      ...(untouched.length === 0 ? {} : { untouched }),
    },
  };
}

type Environment = CostReport['environment'];

/** The first thing in which they differ. */
function difference(earlier: Environment, fresh: Environment): string | undefined {
  return (['host', 'emulator', 'compiler', 'base', 'config'] as const).find(
    (key) => JSON.stringify(earlier?.[key]) !== JSON.stringify(fresh?.[key]),
  );
}
