/** How a field begins, so that the values of a block stand under each other. */
export function fieldHead(key: string): string {
  return `${key}:`.padEnd(7).concat(' ');
}
