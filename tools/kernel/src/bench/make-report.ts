/** The rows of all boots, and what they were measured on, as one report. */
import { type Cost, type CostReport, costMetrics } from '../costs/cost-report.js';
import type { UntouchedCall } from './untouched.js';

export type Environment = NonNullable<CostReport['environment']>;

/** `untouched`: of the tree without patches; none: it was not measured. */
export function makeReport(
  rows: readonly Cost[],
  untouched: readonly UntouchedCall[],
  environment: Environment,
): CostReport {
  const { host, emulator, base, config } = environment;
  return {
    format: 'quiesce-costs',
    version: 1,
    machine: `${host.cpu}, ${host.cores} cores, Linux ${host.kernel}; ${emulator}`,
    kernel: `Linux ${base.version} of ${base.package}`,
    config: `configuration ${config.name}`,
    environment,
    rows: rows.toSorted((a, b) => costMetrics.indexOf(a.metric) - costMetrics.indexOf(b.metric)),
    ...(untouched.length === 0 ? {} : { untouched }),
  };
}

/**
 * A sentence without its end where an audited call costs no more than another: then audit was not at work, whatever the command line of the
 * kernel says.
 */
export function idleAudit(rows: readonly Cost[]): string | undefined {
  for (const row of rows) {
    if (row.metric !== 'instructions' || row.setting?.audit !== true) continue;
    const { setting } = row;
    const quiet = rows.find(
      (one) =>
        one.metric === 'instructions' &&
        one.option === row.option &&
        one.rfc === row.rfc &&
        one.callback === row.callback &&
        one.setting?.audit === false &&
        one.setting.cpus === setting.cpus &&
        one.setting.engine === setting.engine,
    );
    if (quiet !== undefined && row.baseline <= quiet.baseline)
      return `An untraced call of ${row.option} costs ${row.baseline} instructions with audit and ${quiet.baseline} without`;
  }
  return undefined;
}
