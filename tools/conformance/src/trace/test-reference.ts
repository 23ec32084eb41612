/** What a `Test` field means: a file, with or without the folders at its front and the extension at its end. */
import { isSameFile } from './code-reference.js';

/** `selftests/utrace/detach_race` is `tools/testing/selftests/utrace/detach_race.c`. Words after the first are the cases in it. */
export function isTestNamed(value: string, file: string): boolean {
  const [named = ''] = value.split(/\s+/);
  return isSameFile(named, file) || isSameFile(named, file.replace(/\.[^./]+$/, ''));
}
