/** Two owners attach an engine of their own, each if there is none of their module yet. */
import type { Scenario } from '@quiesce/checker/language';
import { attach, type Match } from '../layer/attach.js';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastWith, targets, watching } from './world.js';

export const attachExclusive: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'attach-exclusive',
  title: 'Two owners attach, and want to be alone',
  sizes: { tasks: 1, engines: 2, events: 0 },
  build: (option, sizes) => {
    const owners = Array.from({ length: sizes.engines }, (_, index) => newThread(`D${index}`));
    const crew = newCrew(sizes.engines);
    const parts = owners.map(() => ({ flags: 0, callbacks: watching, later: true }));
    const traits = { ...plainTraits, grows: true };
    const cast = newCastWith(traits, option, sizes, parts, newModule('M'), owners);
    const match = { module: cast.module, data: null };
    const attachers = owners.map((owner, index) => ({
      name: owner.name,
      body: () => attachAlone(option, cast, match, index, owner, crew),
    }));
    return { ...cast, freesData: false, processes: [...targets(option, cast, crew), ...attachers] };
  },
};

function attachAlone(
  option: DetachOption,
  cast: Cast,
  match: Match,
  index: number,
  current: Thread,
  crew: Crew,
): void {
  for (const task of cast.tasks) {
    const engine = task.engines[index]!;
    if (attach(option, task, engine, match, current) === 0) forget(option, engine);
  }
  leaveCrew(crew);
}
