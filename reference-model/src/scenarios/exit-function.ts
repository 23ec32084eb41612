/** The exit function of a tracer's module, for clients that do something else in it than the contract says. */
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { type Crew, newCrew } from '../layer/target.js';
import { newThread, type Thread } from '../layer/task.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCast, type Part, targets } from './world.js';

/** Lets go of all that the module has attached. Tells whether, for all that it knows, the text may then be freed. */
export type ExitFunction = (option: DetachOption, cast: Cast, current: Thread) => boolean;

/** A world whose one owner is the exit function; `others` are who runs beside it and the tasks. */
export function exiting(
  option: DetachOption,
  sizes: DetachSizes,
  parts: readonly Part[],
  exit: ExitFunction,
  others: (cast: Cast, crew: Crew) => DetachWorld['processes'] = () => [],
): DetachWorld {
  const owner = newThread('D0');
  const crew = newCrew(1);
  const cast = newCast(option, sizes, parts, newModule('M'), [owner]);
  const detacher = { name: owner.name, body: () => exitModule(option, cast, owner, crew, exit) };
  const processes = [...targets(option, cast, crew), ...others(cast, crew), detacher];
  return { ...cast, freesData: false, processes };
}

function exitModule(option: DetachOption, cast: Cast, current: Thread, crew: Crew, exit: ExitFunction): void {
  if (option.beginUnload(cast.module, cast.tasks[0]!.context.machine) && exit(option, cast, current))
    freeModule(cast.module);
  leaveCrew(crew);
}

/** Detaches all engines by the contract. Tells whether, for what the contract says, the module may go. */
export function detachAll(option: DetachOption, cast: Cast, current: Thread): boolean {
  let allowed = true;
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      const answer = tearDown(option, task, engine, current);
      if (!option.ownerMayUnload(engine, answer)) allowed = false;
      forget(option, engine);
    }
  return allowed;
}
