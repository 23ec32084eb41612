/**
 * A signal comes to the task while an engine is detached that wanted nothing of what the task was reporting. The signal
 * takes the request for a report with it.
 */
import type { Scenario } from '@quiesce/checker/language';
import { EXIT, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { signalTask } from '../layer/signal.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const detachSignalled: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-signalled',
  title: 'Detach while a signal comes',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: watching }));
    const parts = [...others, { flags: EXIT, callbacks: watching }];
    const traits = { ...plainTraits, signals: true };
    const cast = newCastWith(traits, option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachLast(option, cast, owner, crew) };
    const senders = cast.tasks.map((task, index) => ({ name: `S${index}`, body: () => signalTask(task) }));
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), detacher, ...senders] };
  },
};

/** Detaches the last engine of each task. */
export function detachLast(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[task.engines.length - 1]!;
    tearDown(option, task, engine, current);
    forget(option, engine);
  }
  leaveCrew(crew);
}
