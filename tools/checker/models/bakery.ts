/**
 * Lamport's bakery lock (Communications of the ACM 17(8), 1974) with tickets up to five: who would need a higher one gives up
 * and comes again.
 *
 * A toy with a known number of states, for tests and measurements of the explorer.
 */
import { type Int, shared, step, type World, when } from '@quiesce/checker/language';

type Ticket = Int<0, 5>;
const lastTicket = 5;

interface Customer {
  readonly name: string;
  /** Who comes first is served first where two have the same ticket. */
  readonly place: number;
  choosing: boolean;
  /** 0 for who wants nothing. */
  ticket: Ticket;
}

function customer(me: Customer, all: readonly Customer[]): void {
  while (true) {
    me.choosing = true;
    const highest = highestTicket(all);
    if (highest < lastTicket) {
      me.ticket = highest + 1;
      me.choosing = false;
      for (const other of all) letGoFirst(me, other);
      me.ticket = 0;
    } else {
      me.choosing = false;
    }
  }
}

function highestTicket(all: readonly Customer[]): number {
  let highest = 0;
  for (const other of all) {
    const ticket = other.ticket;
    if (ticket > highest) highest = ticket;
  }
  return highest;
}

function letGoFirst(me: Customer, other: Customer): void {
  if (other === me) {
    step();
    return;
  }
  when(!other.choosing);
  when(other.ticket === 0 || (other.place < me.place ? me.ticket < other.ticket : me.ticket <= other.ticket));
}

export function bakery(count: number): World {
  const customers = Array.from({ length: count }, (_, place) =>
    shared<Customer>({ name: `C${place}`, place, choosing: false, ticket: 0 }),
  );
  return {
    processes: customers.map((one) => ({ name: one.name, body: () => customer(one, customers) })),
  };
}
