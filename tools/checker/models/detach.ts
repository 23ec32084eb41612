/**
 * Asynchronous detach in small: T tasks with an engine of each of E controllers, a killer for each task. A protocol of
 * its own for measuring; the reference model of utrace is elsewhere.
 */
import {
  assert,
  atomic,
  type Lock,
  lock,
  newLock,
  shared,
  step,
  unlock,
  type World,
  when,
} from '@quiesce/checker/language';

interface Engine {
  readonly controller: Controller;
  link: 'none' | 'attached' | 'reaped';
  flags: 'none' | 'event' | 'quiesce';
  ops: 'none' | 'user' | 'detached';
}

interface Controller {
  readonly name: string;
  unloaded: boolean;
}

interface Task {
  readonly name: string;
  readonly lock: Lock;
  readonly engines: readonly Engine[];
  /** The controller whose engine is being called. */
  reporting: Controller | null;
  killed: boolean;
  death: 'alive' | 'dying' | 'reaped';
}

export function detach(tasks: number, controllers: number): World {
  return build(tasks, controllers, true, false);
}

/** Without killers. */
export function detachWithoutKillers(tasks: number, controllers: number): World {
  return build(tasks, controllers, false, false);
}

/** With a bug: a controller that is told that a callback may be under way does not wait. */
export function detachWithoutBarrier(tasks: number, controllers: number): World {
  return build(tasks, controllers, true, true);
}

function build(taskCount: number, controllerCount: number, kills: boolean, impatient: boolean): World {
  const controllers = Array.from({ length: controllerCount }, (_, index) =>
    shared<Controller>({ name: `E${index}`, unloaded: false }),
  );
  const tasks = Array.from({ length: taskCount }, (_, index) =>
    shared<Task>({
      name: `T${index}`,
      lock: newLock(),
      engines: controllers.map((controller) =>
        shared<Engine>({ controller, link: 'none', flags: 'none', ops: 'none' }),
      ),
      reporting: null,
      killed: false,
      death: 'alive',
    }),
  );
  return {
    processes: [
      ...tasks.map((task) => ({ name: task.name, body: () => run(task) })),
      ...controllers.map((controller, index) => ({
        name: controller.name,
        body: () => control(tasks, controller, index, impatient),
      })),
      ...tasks.filter(() => kills).map((task, index) => ({ name: `K${index}`, body: () => kill(task) })),
    ],
  };
}

function kill(task: Task): void {
  task.killed = true;
}

function run(task: Task): void {
  while (!task.killed) {
    report(task);
    lock(task.lock);
    for (const engine of task.engines)
      atomic(() => {
        if (engine.link !== 'attached' || engine.ops !== 'detached') return;
        engine.link = 'none';
        engine.ops = 'none';
        engine.flags = 'none';
      });
    unlock(task.lock);
  }
  lock(task.lock);
  task.death = 'dying';
  unlock(task.lock);
  report(task);
  lock(task.lock);
  task.death = 'reaped';
  for (const engine of task.engines)
    atomic(() => {
      if (engine.link !== 'attached') return;
      engine.link = 'reaped';
      engine.ops = 'none';
      engine.flags = 'none';
    });
  unlock(task.lock);
}

function report(task: Task): void {
  for (const engine of task.engines) {
    if (engine.link !== 'attached') continue;
    task.reporting = engine.controller;
    if (engine.flags !== 'none' && engine.ops === 'user') {
      assert(!engine.controller.unloaded, 'a callback starts in text that is gone');
      assert(!engine.controller.unloaded, 'a callback returns through text that is gone');
    }
    task.reporting = null;
  }
  step();
}

function control(tasks: readonly Task[], controller: Controller, index: number, impatient: boolean): void {
  for (const task of tasks) attach(task, task.engines[index]!);
  for (const task of tasks) leave(task, task.engines[index]!, controller, impatient);
  controller.unloaded = true;
}

function attach(task: Task, engine: Engine): void {
  lock(task.lock);
  const alive = atomic(() => {
    if (task.death !== 'alive') return false;
    engine.link = 'attached';
    engine.ops = 'user';
    return true;
  });
  if (alive) {
    unlock(task.lock);
    lock(task.lock);
    atomic(() => {
      if (engine.ops === 'user') engine.flags = 'event';
    });
  }
  unlock(task.lock);
}

function leave(task: Task, engine: Engine, controller: Controller, impatient: boolean): void {
  lock(task.lock);
  const found = atomic(() => {
    if (engine.link !== 'attached' || task.death === 'reaped') return 'gone';
    if (task.death === 'dying') return 'dying';
    engine.ops = 'detached';
    return 'marked';
  });
  if (found === 'dying') {
    unlock(task.lock);
    when(engine.link === 'reaped');
    return;
  }
  if (found === 'marked') {
    engine.flags = 'quiesce';
    if (task.reporting === controller && !impatient) {
      unlock(task.lock);
      when(task.reporting !== controller);
      return;
    }
  }
  unlock(task.lock);
}
