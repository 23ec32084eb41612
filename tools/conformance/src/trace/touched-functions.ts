/**
 * Which functions a hunk changes. The heading that git writes after `@@` names the function in which the hunk begins, and a hunk may run
 * into the next one; so the lines are followed, and each changed line is counted for the function that it stands in.
 *
 *     @@ -10,7 +10,9 @@ static int first(void)
 *          return 0;
 *      }                                        here nothing is open
 *
 *     +int second(struct task *task)            a definition stands at column 1 and is no statement
 *     +{
 */

const definition = /^(?=[A-Za-z_])[^;=#(]*?\b([A-Za-z_]\w*)\s*\((?!\*)([^,)]*)/;

/** Each once, in order; a pointer to a function is none. `lines` are those below the heading, each with its mark in front. */
export function touchedFunctions(heading: string, lines: readonly string[]): readonly string[] {
  const touched = new Set<string>();
  let current = openedBy(heading);
  for (const line of lines) {
    const text = line.slice(1);
    const isChanged = line.startsWith('+') || line.startsWith('-');
    const opened = openedBy(text);
    if (opened.length > 0) current = opened;
    if (isChanged && text.trim() !== '') for (const name of current) touched.add(name);
    if (text.startsWith('}')) current = [];
  }
  return [...touched];
}

/** A declaration and a macro such as `EXPORT_SYMBOL()` open nothing. */
function openedBy(text: string): readonly string[] {
  return text.trimEnd().endsWith(';') ? [] : namesIn(text);
}

/** The name that a line defines, and of a macro that defines something, such as `SYSCALL_DEFINE1(name`, also its first argument. */
function namesIn(text: string): readonly string[] {
  const [, name, argument = ''] = definition.exec(text) ?? [];
  if (name === undefined) return [];
  return /^[A-Z][A-Z0-9_]+$/.test(name) && /^\w+$/.test(argument.trim()) ? [name, argument.trim()] : [name];
}
