/** No mutant can break a MAY. This one must be witnessed because SIGKILL wakes the task, and not otherwise. */
import { expect, it } from 'vitest';
import { compileCell, compileEdited, description, exploreAll } from './subject.js';

const waking = 'task.killed = true;\n    task.stopped = false;';
const sparing = 'task.killed = true;';
const properties = ['signal/killBreaksStop'];

it.each(description.options)('under %s it is SIGKILL that breaks a stop', (option) => {
  const subject = { kind: 'option', option, scenario: 'detach-sigkill' } as const;
  const asItIs = exploreAll(compileCell(subject, properties));
  expect(asItIs.signals[0]!.witnessed).toBe(true);
  const asleep = exploreAll(compileEdited('/src/layer/stop.ts', waking, sparing, subject, properties));
  expect(asleep.signals[0]!.witnessed).toBe(false);
});
