/** Points as TAP version 14 (https://testanything.org/tap-version-14-specification.html), subtests indented by four blanks. */
import type { TestPoint } from './test-point.js';

/** What stands before the first of `count` points. */
export function tapHeader(count: number): string {
  return `TAP version 14\n1..${count}\n`;
}

/** One point of the outermost level, with its subtests. `number`: 1-based. */
export function tapPoint(point: TestPoint, number: number): string {
  return `${pointLines(point, number).join('\n')}\n`;
}

function pointLines(point: TestPoint, number: number): readonly string[] {
  const { name, points, talk } = point;
  const inside =
    points.length === 0
      ? []
      : [`1..${points.length}`, ...points.flatMap((one, index) => pointLines(one, index + 1))];
  return [
    ...(inside.length === 0 ? [] : [`# Subtest: ${name}`]),
    ...inside.map((line) => `    ${line}`),
    ...talk.map((line) => `# ${line}`),
    pointLine(point, number),
  ];
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
