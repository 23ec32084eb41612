import { expect, test } from 'vitest';
import { touchedFunctions } from '../../src/trace/touched-functions.js';

const samples: readonly (readonly [
  what: string,
  heading: string,
  lines: readonly string[],
  names: readonly string[],
])[] = [
  ['the function of the heading', 'static int first(void)', [' {', '+\tgo();', ' }'], ['first']],
  [
    'the function that begins in the hunk, and not that of the heading',
    'static void before(struct lamp *lamp)',
    ['  return;', ' }', ' ', ' int lamp_set(struct lamp *lamp, int on)', ' {', '-\ta();', '+\tb();', ' }'],
    ['lamp_set'],
  ],
  [
    'both, if both are changed',
    'int one(void)',
    ['-\ta();', ' }', ' ', '+int two(void)', '+{', '+}'],
    ['one', 'two'],
  ],
  ['none below a macro', 'EXPORT_SYMBOL_GPL(lamp_set);', [' ', '+/* Says more. */'], []],
  ['none between functions', 'int one(void)', [' }', '+#include "lamp.h"', '+static int count;'], []],
  [
    'no call and no declaration',
    '',
    ['+int lamp_set(struct lamp *lamp);', '+EXPORT_SYMBOL_GPL(lamp_set);'],
    [],
  ],
  [
    'no type of a pointer',
    '',
    ['+typedef int (*lamp_fn)(struct lamp *lamp,', '+\t\t\tint on);', '+static void (*hook)(void) = go;'],
    [],
  ],
  ['a name below its type', '', [' static int', '+lamp_set(struct lamp *lamp)', '+{'], ['lamp_set']],
  [
    'a macro that defines, and what it defines',
    'SYSCALL_DEFINE2(lamp, int, on, int, off)',
    ['+\tgo();'],
    ['SYSCALL_DEFINE2', 'lamp'],
  ],
  ['blank lines that change nothing', 'int one(void)', ['+', ' a();'], []],
];

test.each(samples)('%s', (_, heading, lines, names) => {
  expect(touchedFunctions(heading, lines)).toEqual(names);
});
