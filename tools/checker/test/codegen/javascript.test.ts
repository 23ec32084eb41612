import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileJavaScript } from '../../src/codegen/javascript.js';
import { layoutOf, readField } from '../../src/codegen/layout.js';
import { initialState, isEnd, movesOf, type State, signalsIn, stepOf } from '../../src/ir/interpret.js';
import { signalNumber } from '../../src/ir/stepper.js';
import { randomSystem } from '../ir/random-system.js';

test('a stepper has the moves of the interpreter, in its order, in every state of random systems', () => {
  fc.assert(
    fc.property(randomSystem, (system) => {
      const layout = layoutOf(system);
      const stepper = compileJavaScript(system, layout);
      const unpack = (words: Uint32Array, offset: number): State => ({
        cells: layout.cells.map((field) => readField(field, words, offset)),
        points: layout.counters.map((field) => readField(field, words, offset)),
      });
      const offset = 2;
      const seen = new Set<string>();
      const queue: Uint32Array[] = [];
      const find = (words: Uint32Array): void => {
        if (seen.has(words.join()) || seen.size > 100) return;
        seen.add(words.join());
        queue.push(Uint32Array.of(7, 7, ...words));
      };
      expect(unpack(stepper.initial, 0)).toEqual(initialState(system));
      find(stepper.initial);
      for (const words of queue) {
        const state = unpack(words, offset);
        system.processes.forEach((_, process) => {
          const moves: unknown[] = [];
          stepper.moves(process, words, offset, (mover, edge, next, signals) => {
            moves.push({ mover, edge, next: next === null ? null : unpack(next, 0), signals: [...signals] });
            if (next !== null) find(next.slice());
          });
          expect(moves).toEqual(
            movesOf(system, state, process).map((move) => ({
              mover: process,
              edge: move.edge,
              next: move.kind === 'failure' ? null : move.next,
              signals: move.kind === 'failure' ? [] : move.signals.map(signalNumber),
            })),
          );
        });
        expect(stepper.invariants(words, offset)).toEqual(
          signalsIn(system.invariants, state).map(signalNumber),
        );
        if (!isEnd(system, state)) continue;
        expect(stepper.atEnd(words, offset)).toEqual(signalsIn(system.atEnd, state).map(signalNumber));
        expect(stepper.hasEnded(words, offset)).toBe(
          system.processes.every((_, process) => stepOf(system, state, process) === null),
        );
      }
    }),
  );
});
