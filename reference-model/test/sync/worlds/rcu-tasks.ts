import { assert, shared, type World, when } from '@quiesce/checker/language';
import {
  becomeBusy,
  becomeQuiescent,
  newRcuTasks,
  newTaskPlace,
  type RcuTasks,
  synchronizeRcuTasks,
  type TaskPlace,
} from '../../../src/sync/rcu-tasks.js';
import { free, type Item, newItem, newSlot, type Slot, useCurrent } from './slot.js';

interface Bell {
  rung: boolean;
}

/** Two tasks run text that is replaced and freed; nothing marks where it begins and ends. */
export function sound(): World {
  return system(run, synchronizeRcuTasks);
}

export function withoutGracePeriod(): World {
  return system(run, () => {});
}

/** Text that goes to sleep while it runs. */
export function sleeper(): World {
  return system(runAndSleep, synchronizeRcuTasks);
}

/** A task that stays in user mode holds nobody up. */
export function idleTask(): World {
  return system(stayOut, synchronizeRcuTasks);
}

type Run = (task: TaskPlace, slot: Slot, bell: Bell) => void;

function system(first: Run, wait: (rcu: RcuTasks) => void): World {
  const old = newItem('old');
  const slot = newSlot(old);
  const next = newItem('next');
  const bell = shared<Bell>({ rung: false });
  const tasks = ['T0', 'T1'].map((name) => newTaskPlace(name));
  const rcu = newRcuTasks(tasks);
  return {
    processes: [
      { name: 'T0', body: () => first(tasks[0]!, slot, bell) },
      { name: 'T1', body: () => run(tasks[1]!, slot) },
      { name: 'U', body: () => replace(slot, old, next, rcu, wait, bell) },
    ],
  };
}

function run(task: TaskPlace, slot: Slot): void {
  for (let round = 0; round < 2; round++) {
    becomeBusy(task);
    useCurrent(slot);
    becomeQuiescent(task);
  }
}

function runAndSleep(task: TaskPlace, slot: Slot, bell: Bell): void {
  becomeBusy(task);
  const text = slot.current;
  becomeQuiescent(task);
  when(bell.rung);
  becomeBusy(task);
  assert(!text.freed, 'use after free');
  becomeQuiescent(task);
}

function stayOut(_task: TaskPlace, _slot: Slot, bell: Bell): void {
  when(bell.rung);
}

function replace(
  slot: Slot,
  old: Item,
  next: Item,
  rcu: RcuTasks,
  wait: (rcu: RcuTasks) => void,
  bell: Bell,
): void {
  slot.current = next;
  wait(rcu);
  free(old);
  bell.rung = true;
}
