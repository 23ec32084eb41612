/**
 * Lamport's bakery with tickets up to five: a process whose ticket would be higher gives up and begins again.
 *
 * A process never asks itself: that pass of the loop is a step without an access, as in the original protocol.
 */
import { type Int, shared, step, type World, when } from '@quiesce/checker/language';

interface Shop {
  readonly name: string;
  readonly choosing: boolean[];
  readonly ticket: Int<0, 5>[];
}

const most = 5;

export function bakery(count: number): World {
  const shop = shared<Shop>({
    name: 'shop',
    choosing: Array.from({ length: count }, () => false),
    ticket: Array.from({ length: count }, () => 0),
  });
  return {
    processes: Array.from({ length: count }, (_, self) => ({
      name: `P${self}`,
      body: () => customer(shop, self, count),
    })),
  };
}

function customer(shop: Shop, self: number, count: number): void {
  while (true) {
    const ticket = choose(shop, self, count);
    if (ticket === 0) continue;
    for (let other = 0; other < count; other++) {
      if (other === self) step();
      else letPass(shop, self, ticket, other);
    }
    shop.ticket[self] = 0;
  }
}

/** Takes a ticket that is higher than all others and returns it; 0 if there is none. */
function choose(shop: Shop, self: number, count: number): number {
  shop.choosing[self] = true;
  let highest = 0;
  for (let other = 0; other < count; other++) {
    const seen = shop.ticket[other]!;
    if (seen > highest) highest = seen;
  }
  if (highest === most) {
    shop.choosing[self] = false;
    return 0;
  }
  shop.ticket[self] = highest + 1;
  shop.choosing[self] = false;
  return highest + 1;
}

/** Waits until the other process has no better right: the lower ticket, or with equal ones the lower number. */
function letPass(shop: Shop, self: number, ticket: number, other: number): void {
  when(!shop.choosing[other]);
  when(
    shop.ticket[other] === 0 ||
      (other < self && ticket < shop.ticket[other]!) ||
      (other > self && shop.ticket[other]! >= ticket),
  );
}
