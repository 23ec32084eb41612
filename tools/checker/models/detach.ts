/**
 * A small protocol for asynchronous detach, for tests and measurements of the explorer: it has a known number of states,
 * and it is not the reference model.
 *
 * Each task reports events to the engines that are attached to it, until it is killed, dies and is reaped. Each engine
 * has one controller, which attaches it to every task, detaches it from every task, and then unloads its code. A
 * task says to whom it reports before it looks at what is asked of it, so a controller that has asked can tell whether it
 * must wait.
 */
import {
  assert,
  atomic,
  eventually,
  type Fairness,
  type Lock,
  lock,
  type Model,
  newLock,
  type Property,
  type Scenario,
  shared,
  step,
  unlock,
  type World,
  when,
} from '@quiesce/checker/language';

interface Engine {
  readonly name: string;
  unloaded: boolean;
}

/** An engine on a task. */
interface Attachment {
  readonly name: string;
  readonly engine: Engine;
  state: 'none' | 'attached' | 'reaped';
  events: 'none' | 'some' | 'quiesce';
  ops: 'none' | 'own' | 'detached';
}

interface Task {
  readonly name: string;
  readonly lock: Lock;
  readonly attachments: readonly Attachment[];
  state: 'alive' | 'dying' | 'reaped';
  killed: boolean;
  reporting: Engine | null;
}

function run(task: Task): void {
  while (!task.killed) {
    report(task);
    removeDetached(task);
  }
  lock(task.lock);
  task.state = 'dying';
  unlock(task.lock);
  report(task);
  lock(task.lock);
  task.state = 'reaped';
  for (const one of task.attachments) reap(one);
  unlock(task.lock);
}

function report(task: Task): void {
  for (const one of task.attachments) {
    if (one.state !== 'attached') continue;
    task.reporting = one.engine;
    if (one.events !== 'none' && one.ops === 'own') callBack(one.engine);
    task.reporting = null;
  }
  step();
}

function callBack(engine: Engine): void {
  assert(!engine.unloaded, 'a callback starts in code that is unloaded');
  assert(!engine.unloaded, 'a callback returns to code that is unloaded');
}

function removeDetached(task: Task): void {
  lock(task.lock);
  for (const one of task.attachments)
    atomic(() => {
      if (one.state === 'attached' && one.ops === 'detached') forget(one, 'none');
    });
  unlock(task.lock);
}

function reap(one: Attachment): void {
  atomic(() => {
    if (one.state === 'attached') forget(one, 'reaped');
  });
}

function forget(one: Attachment, state: 'none' | 'reaped'): void {
  one.state = state;
  one.ops = 'none';
  one.events = 'none';
}

function control(engine: Engine, tasks: readonly Task[], index: number): void {
  for (const task of tasks) attach(task, task.attachments[index]!);
  for (const task of tasks) detach(task, task.attachments[index]!);
  engine.unloaded = true;
}

function attach(task: Task, one: Attachment): void {
  lock(task.lock);
  const attached = atomic(() => {
    if (task.state !== 'alive') return false;
    one.state = 'attached';
    one.ops = 'own';
    return true;
  });
  if (attached) {
    unlock(task.lock);
    lock(task.lock);
    atomic(() => {
      if (one.ops === 'own') one.events = 'some';
    });
  }
  unlock(task.lock);
}

function detach(task: Task, one: Attachment): void {
  lock(task.lock);
  const found = atomic(() => {
    if (one.state !== 'attached' || task.state === 'reaped') return 'gone';
    if (task.state === 'dying') return 'dying';
    one.ops = 'detached';
    return 'asked';
  });
  if (found === 'dying') {
    unlock(task.lock);
    when(one.state === 'reaped');
    return;
  }
  if (found === 'asked') {
    one.events = 'quiesce';
    if (task.reporting === one.engine) {
      unlock(task.lock);
      when(task.reporting !== one.engine);
      return;
    }
  }
  unlock(task.lock);
}

function kill(task: Task): void {
  task.killed = true;
}

interface Detachment extends World {
  readonly engines: readonly Engine[];
}

/** `killers`: 1 to kill each task at some time, 0 to let all live. */
export function detachment(taskCount: number, engineCount: number, killers = 1): Detachment {
  const engines = Array.from({ length: engineCount }, (_, index) =>
    shared<Engine>({ name: `E${index}`, unloaded: false }),
  );
  const tasks = Array.from({ length: taskCount }, (_, index) =>
    shared<Task>({
      name: `T${index}`,
      lock: newLock(),
      attachments: engines.map((engine) =>
        shared<Attachment>({
          name: `T${index}.${engine.name}`,
          engine,
          state: 'none',
          events: 'none',
          ops: 'none',
        }),
      ),
      state: 'alive',
      killed: false,
      reporting: null,
    }),
  );
  return {
    engines,
    processes: [
      ...tasks.map((task) => ({ name: task.name, body: () => run(task) })),
      ...engines.map((engine, index) => ({
        name: `C${index}`,
        body: () => control(engine, tasks, index),
      })),
      ...(killers === 0 ? [] : tasks.map((task) => ({ name: `K${task.name}`, body: () => kill(task) }))),
    ],
  };
}

const attachAndDetach: Scenario<null, Detachment> = {
  id: 'detach',
  title: 'each controller attaches its engine to all tasks, detaches it, and unloads',
  sizes: { tasks: 2, engines: 1, killers: 1 },
  build: (_option, sizes) => detachment(sizes['tasks']!, sizes['engines']!, sizes['killers']!),
};

/**
 * Every controller gets through. A task that lives for ever takes its lock again and again, so a controller may find it taken
 * each time: only a lock that is given in turn helps.
 */
function completes(fairness: Fairness): Property<Detachment> {
  return {
    id: `detach/completes-${fairness}`,
    clause: 'detach.completes',
    kind: 'liveness',
    fairness,
    monitor: ({ engines }) => [eventually(() => allUnloaded(engines))],
  };
}

function allUnloaded(engines: readonly Engine[]): boolean {
  for (const engine of engines) if (!engine.unloaded) return false;
  return true;
}

export const model: Model<null, Detachment> = {
  options: { protocol: null },
  scenarios: [attachAndDetach],
  properties: [completes('none'), completes('weak'), completes('strong')],
  mutants: [],
};
