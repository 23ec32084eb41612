/** Numbers in words, whatever the locale. */

/** `1,234,567` */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 step`, `2,000 steps`. */
export function counted(count: number, noun: string, ending = 's'): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : ending}`;
}
