/**
 * A module follows clone: the callback on the parent attaches an engine to the child before the child runs. The module's
 * exit function detaches from the parent, then looks at the child.
 */
import { atomic, type Process, type Scenario, shared, when } from '@quiesce/checker/language';
import { attach, lookUp, type Match } from '../layer/attach.js';
import type { Action, Callbacks } from '../layer/callbacks.js';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { SYSCALL } from '../layer/event.js';
import { freeModule, newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { report } from '../layer/report.js';
import { takeRequest } from '../layer/request.js';
import { setEvents } from '../layer/set-events.js';
import { type Crew, newCrew, runTarget } from '../layer/target.js';
import { newThread, type Task, type Thread } from '../layer/task.js';
import { plainTraits } from '../layer/traits.js';
import { forget, leaveCrew, tearDown } from './owner.js';
import { type Cast, type DetachSizes, type DetachWorld, newCastEach, watching } from './world.js';

interface Birth {
  readonly name: string;
  done: boolean;
  /** The child has made its system call. */
  called: boolean;
}

export const detachClone: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-clone',
  title: 'Detach from a task that clones, then unload the module',
  sizes: { tasks: 2, engines: 1, events: 1 },
  build: (option, sizes) => cloning(option, sizes, (tasks) => tasks),
};

/** `walk`: in which order the exit function comes to the tasks, of which the parent is the first. */
export function cloning(
  option: DetachOption,
  sizes: DetachSizes,
  walk: (tasks: readonly Task[]) => readonly Task[],
): DetachWorld {
  const owner = newThread('D0');
  const crew = newCrew(1);
  const children: Task[] = [];
  const callbacks: Callbacks = {
    ...watching,
    event: (task, engine) => followClone(option, children, task, engine),
  };
  const traits = { ...plainTraits, grows: true };
  const parts = [
    { flags: SYSCALL, callbacks },
    { flags: SYSCALL, callbacks: watching, later: true },
  ];
  const built = newCastEach(traits, option, sizes, (task) => [parts[task]!], newModule('M'), []);
  const cast = { ...built, owners: [owner] };
  const parent = cast.tasks[0]!;
  const child = cast.tasks[1]!;
  children.push(child);
  const birth = shared<Birth>({ name: 'birth', done: false, called: false });
  const match = { module: cast.module, data: null };
  const tasks = walk(cast.tasks);
  const processes: readonly Process[] = [
    { name: parent.name, body: () => runParent(option, parent, birth, crew) },
    { name: child.name, body: () => runChild(option, child, birth, crew) },
    { name: owner.name, body: () => detachAndUnload(option, cast, tasks, match, owner, crew) },
  ];
  return { ...cast, freesData: false, processes };
}

/**
 * The child exists when the event is reported; it begins to run after the report. The parent then makes one report more, if
 * it is asked to: nobody asks twice. It lets the child make its call first, so that there are fewer states.
 */
function runParent(option: DetachOption, parent: Task, birth: Birth, crew: Crew): void {
  option.wakes(parent);
  report(option, parent, 'syscall');
  birth.done = true;
  option.rests(parent);
  when((birth.called && parent.request === 'report') || crew.active === 0);
  if (parent.request === 'report') {
    option.wakes(parent);
    takeRequest(parent);
    report(option, parent, 'resume');
    option.rests(parent);
  }
  when(crew.active === 0);
}

function runChild(option: DetachOption, child: Task, birth: Birth, crew: Crew): void {
  when(birth.done);
  option.wakes(child);
  atomic(() => {
    child.callsLeft -= 1;
  });
  report(option, child, 'syscall');
  birth.called = true;
  runTarget(option, child, crew);
}

function followClone(option: DetachOption, children: readonly Task[], task: Task, engine: Engine): Action {
  useData(engine);
  for (const child of children) {
    const follower = child.engines[0]!;
    attach(option, child, follower, null, task);
    setEvents(option, child, follower, SYSCALL | option.ownerWants, task);
    forget(option, follower);
  }
  return 'resume';
}

function detachAndUnload(
  option: DetachOption,
  cast: Cast,
  tasks: readonly Task[],
  match: Match,
  current: Thread,
  crew: Crew,
): void {
  let allowed = option.beginUnload(cast.module, cast.tasks[0]!.context.machine);
  for (const task of tasks) {
    const engine = lookUp(option, task, match);
    if (engine !== null) {
      if (!option.ownerMayUnload(engine, tearDown(option, task, engine, current))) allowed = false;
      forget(option, engine);
    }
  }
  if (allowed) freeModule(cast.module);
  leaveCrew(crew);
}
