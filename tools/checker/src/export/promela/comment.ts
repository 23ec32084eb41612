/** A text as a comment of Promela. */
export function commentOf(text: string): string {
  return `/* ${text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */`;
}
