/** Names for the locals of a function, numbered in their order. */
export function localsNamed<const N extends readonly string[]>(
  names: N,
): Readonly<Record<N[number], number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<N[number], number>;
}

/** `count` locals that follow those before `first`. */
export function localsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
