/**
 * The owner asks for a report, and then detaches and frees. The request is still open when detach would make its own, so no
 * locked operation comes between what detach writes and what it reads: the option's fences stand alone. The smallest
 * scenario of that kind, so it is explored with store buffers too.
 */
import type { Scenario } from '@quiesce/checker/language';
import { ask } from '../layer/ask.js';
import { QUIESCE } from '../layer/event.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { leaveCrew, tearDownAndFree } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, targets, watching } from './world.js';

export const detachAsked: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-asked',
  title: 'Ask for a report, then detach',
  sizes: { tasks: 1, engines: 1, events: 1 },
  memory: ['sc', 'tso'],
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const parts = Array.from({ length: sizes.engines }, () => ({ flags: QUIESCE, callbacks: watching }));
    const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => askAndDetach(option, cast, owner, crew) };
    return { ...cast, freesData: true, processes: [...targets(option, cast, crew), detacher] };
  },
};

function askAndDetach(option: DetachOption, cast: Cast, current: Thread, crew: Crew): void {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      ask(option, task, engine, 'report', current);
      tearDownAndFree(option, task, engine, current);
    }
  leaveCrew(crew);
}
