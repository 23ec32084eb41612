/** What an engine's owner keeps for its callbacks: the object behind `engine->data`. */
import { atomic, shared } from '@quiesce/checker/language';
import type { Engine } from './engine.js';
import { dataFreed, dataUsed } from './observations.js';

export interface Data {
  freed: boolean;
  /** The owner has asked for a stop: the next quiesce callback is to answer it. */
  stopAsked: boolean;
}

export function newData(): Data {
  return shared<Data>({ freed: false, stopAsked: false });
}

/** An access by a callback. */
export function useData(engine: Engine): void {
  dataUsed(engine);
}

export function freeData(engine: Engine): void {
  atomic(() => {
    engine.data.freed = true;
    dataFreed(engine);
  });
}
