/** What all toy readers read: one word names an item, and the updater frees each item that the word no longer names. */
import { assert, atomic, shared } from '@quiesce/checker/language';

export interface Item {
  readonly name: string;
  freed: boolean;
}

export interface Slot {
  current: Item;
}

export function newItem(name: string): Item {
  return shared<Item>({ name, freed: false });
}

export function newSlot(first: Item): Slot {
  return shared<Slot>({ current: first });
}

/** Fetches the item, and uses it: two steps. */
export function useCurrent(slot: Slot): void {
  const item = slot.current;
  assert(!item.freed, 'use after free');
}

export function free(item: Item): void {
  atomic(() => {
    assert(!item.freed, 'freed twice');
    item.freed = true;
  });
}
