/** Measured rows under the names that published figures have, so that both can be asked the same. */
import type { Cost, CostReport } from './cost-report.js';
import type { FigureSet, Published } from './published.js';

/** Of one processor and a private engine. Sets in which nothing was measured are left out. */
export function measuredSets({ rows }: CostReport, { measured }: Published): readonly FigureSet[] {
  const own = rows.filter(({ setting }) => setting?.cpus === 1 && setting.engine === 'private');
  const asked = Object.entries(measured);
  const setOf = (
    id: string,
    title: string,
    isIn: (row: Cost) => boolean,
    names: typeof asked,
  ): readonly FigureSet[] => {
    const found = names.flatMap(([name, { option, rfc, callback, audit, untraced }]) => {
      const row = own.find(
        (one) =>
          isIn(one) &&
          one.option === option &&
          (rfc === undefined || one.rfc === undefined || one.rfc === rfc) &&
          one.callback === callback &&
          one.setting?.audit === audit,
      );
      return row === undefined ? [] : [[name, untraced === true ? row.baseline : row.value] as const];
    });
    return found.length === 0 ? [] : [{ id, title, rows: Object.fromEntries(found), figures: {} }];
  };
  const counted = setOf(
    'instructions',
    'instructions, measured',
    ({ metric }) => metric === 'instructions',
    asked,
  );
  // Times are ratios within one boot, and audit is on or off for a whole boot: the two have no common scale.
  const timed = (['emulated', 'kvm'] as const).flatMap((clock) =>
    [false, true].flatMap((audit) =>
      setOf(
        `time-${clock}-${audit ? 'audit' : 'no-audit'}`,
        `time, ${clock === 'kvm' ? 'KVM' : 'emulated (TCG)'}, audit ${audit ? 'on' : 'off'}`,
        ({ metric, setting }) => metric === 'ns-ratio' && setting?.clock === clock,
        asked.filter(([, row]) => row.audit === audit),
      ),
    ),
  );
  return [...counted, ...timed];
}
