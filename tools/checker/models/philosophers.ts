/** Dining philosophers who all reach for the left fork first, and can deadlock. */
import { atomic, shared, step, type World, when } from '@quiesce/checker/language';

interface Table {
  readonly name: string;
  readonly taken: boolean[];
}

export function philosophers(count: number): World {
  const table = shared<Table>({ name: 'table', taken: Array.from({ length: count }, () => false) });
  return {
    processes: Array.from({ length: count }, (_, seat) => ({
      name: `P${seat}`,
      body: () => dine(table, seat, (seat + 1) % count),
    })),
  };
}

function dine(table: Table, left: number, right: number): void {
  while (true) {
    step();
    take(table, left);
    take(table, right);
    table.taken[left] = false;
    table.taken[right] = false;
  }
}

function take(table: Table, fork: number): void {
  atomic(() => {
    when(!table.taken[fork]);
    table.taken[fork] = true;
  });
}
