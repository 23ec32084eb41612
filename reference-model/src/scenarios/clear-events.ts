/**
 * The engine stays attached: its owner clears its events, waits as the contract says, and lifts the stop that a callback
 * may have left. Another owner detaches another engine meanwhile, which makes the task report once more.
 */
import { choose, type Scenario } from '@quiesce/checker/language';
import type { Callbacks } from '../layer/callbacks.js';
import { resume } from '../layer/control.js';
import { useData } from '../layer/data.js';
import { QUIESCE, SYSCALL } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const clearEvents: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'clear-events',
  title: 'Clear the events of an engine that stays',
  sizes: { tasks: 1, engines: 2, events: 1 },
  build: (option, sizes) => {
    const owners = [newThread('D0'), newThread('D1')];
    const crew = newCrew(2);
    const others = Array.from({ length: sizes.engines - 1 }, () => ({ flags: SYSCALL, callbacks: watching }));
    const parts = [{ flags: QUIESCE | SYSCALL, callbacks: wilful }, ...others];
    const cast = newCast(option, sizes, parts, newModule('M'), owners);
    return {
      ...cast,
      freesData: false,
      processes: [
        ...targets(option, cast, crew),
        { name: 'D0', body: () => silenceFirst(option, cast, owners[0]!, crew) },
        { name: 'D1', body: () => detachSecond(option, cast, owners[1]!, crew) },
      ],
    };
  },
};

/** An ordinary event's callback that may answer anything. */
const wilful: Callbacks = {
  ...watching,
  event: (_task, engine) => {
    useData(engine);
    return choose('resume', 'stop', 'detach');
  },
};

function silenceFirst(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[0]!;
    const answer = setEvents(option, task, engine, 0, current);
    option.afterAnswer(task, engine, answer, current, option);
    resume(option, task, engine, current);
    forget(option, engine);
  }
  leaveCrew(crew);
}

function detachSecond(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks) {
    const engine = task.engines[1]!;
    tearDown(option, task, engine, current);
    forget(option, engine);
  }
  leaveCrew(crew);
}
