/** Points as TAP version 14 (https://testanything.org/tap-version-14-specification.html), subtests indented by four blanks. */
import type { TestPoint } from './test-point.js';

/** The whole document. */
export function renderTap(points: readonly TestPoint[]): string {
  return `TAP version 14\n${lines(points).join('\n')}\n`;
}

function lines(points: readonly TestPoint[]): readonly string[] {
  const inside = points.flatMap((point, index) => [
    ...(point.points.length === 0
      ? []
      : [`# Subtest: ${point.name}`, ...lines(point.points).map((line) => `    ${line}`)]),
    ...point.talk.map((line) => `# ${line}`),
    pointLine(point, index + 1),
  ]);
  return [`1..${points.length}`, ...inside];
}

/** In a name, `#` would begin a directive. */
function pointLine({ isOk, name, directive }: TestPoint, number: number): string {
  const status = isOk ? 'ok' : 'not ok';
  const shown = name === '' ? '' : ` - ${name.replace(/([\\#])/g, '\\$1')}`;
  const tail =
    directive === undefined
      ? ''
      : ` # ${directive.kind.toUpperCase()}${directive.reason === '' ? '' : ` ${directive.reason}`}`;
  return `${status} ${number}${shown}${tail}`;
}
