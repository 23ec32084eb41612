import { expect, test } from 'vitest';
import { signalNumber, signalOf } from '../../src/ir/stepper.js';
import { signalKinds } from '../../src/ir/system.js';

test('signals are numbered without gaps, and the number tells the signal', () => {
  const signals = [0, 1, 2].flatMap((property) => signalKinds.map((kind) => ({ property, kind })));
  expect(signals.map(signalNumber)).toEqual(signals.map((_, index) => index));
  expect(signals.map((signal) => signalOf(signalNumber(signal)))).toEqual(signals);
});
