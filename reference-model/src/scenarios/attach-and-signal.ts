/** An owner attaches an engine for signals, and then a signal comes: it is the first that the engine is to see. */
import type { Scenario } from '@quiesce/checker/language';
import { attach } from '../layer/attach.js';
import { SIGNAL, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { signalTask } from '../layer/signal.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const attachAndSignal: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'attach-and-signal',
  title: 'Attach, then let a signal come',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: watching }));
    const parts = [...others, { flags: SIGNAL, callbacks: watching, later: true }];
    const traits = { ...plainTraits, signals: true, grows: true };
    const cast = newCastWith(traits, option, sizes, parts, newModule('M'), [owner]);
    const attacher = { name: owner.name, body: () => attachAndWatch(option, cast, owner, crew) };
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), attacher] };
  },
};

function attachAndWatch(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[task.engines.length - 1]!;
    attach(option, task, engine, null, current);
    setEvents(option, task, engine, SIGNAL, current);
    signalTask(task);
    forget(option, engine);
  }
  leaveCrew(crew);
}
