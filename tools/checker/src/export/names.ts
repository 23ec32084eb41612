/** Names of a system as identifiers of another language: letters, digits and `_`, each once. */

/** As `texts`. A name that is `reserved`, or was given before, gets a number. */
export function identifiersFor(
  texts: readonly string[],
  reserved: ReadonlySet<string> = new Set(),
): readonly string[] {
  const taken = new Set(reserved);
  return texts.map((text) => {
    const words = text.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '');
    const name = /^[A-Za-z]/.test(words) ? words : `x_${words}`;
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
    taken.add(free);
    return free;
  });
}
