/** Fragments of a kernel configuration: what they ask for, and what of it is lost. */
import { type Diagnostic, linesWithin, placeOf, type SourceText, type Span, textOf } from '@quiesce/contract';
import { report } from '../problems.js';

/** `CONFIG_SMP`, and its value as it stands behind `=`; undefined where the option is not set. */
interface Setting {
  readonly option: string;
  readonly value: string | undefined;
}

function readSetting(line: string): Setting | undefined {
  const set = /^(CONFIG_\w+)=(.+)$/.exec(line);
  if (set !== null) return { option: set[1]!, value: set[2] };
  const unset = /^# (CONFIG_\w+) is not set$/.exec(line);
  return unset === null ? undefined : { option: unset[1]!, value: undefined };
}

/** As a line of a configuration. */
function settingText({ option, value }: Setting): string {
  return value === undefined ? `# ${option} is not set` : `${option}=${value}`;
}

/**
 * What `fragments`, merged in this order, ask for and `.config` has not. An option that nobody sets is one that is not set.
 * Lines of a fragment that are none are told as well.
 */
export function lostOptions(fragments: readonly SourceText[], config: string): readonly Diagnostic[] {
  const got = new Map<string, string | undefined>();
  for (const line of config.split('\n')) {
    const setting = readSetting(line);
    if (setting !== undefined) got.set(setting.option, setting.value);
  }
  const wanted = new Map<
    string,
    { readonly setting: Setting; readonly source: SourceText; readonly line: Span }
  >();
  const diagnostics: Diagnostic[] = [];
  for (const source of fragments)
    for (const line of linesWithin(source, { start: 0, end: source.text.length })) {
      const text = textOf(source, line).trim();
      const setting = readSetting(text);
      if (setting !== undefined) wanted.set(setting.option, { setting, source, line });
      else if (text !== '' && !text.startsWith('#'))
        diagnostics.push(report('kernel/fragment-line', placeOf(source, line), { text }));
    }
  for (const { setting, source, line } of wanted.values()) {
    const { option } = setting;
    if (got.get(option) === setting.value) continue;
    const place = placeOf(source, line);
    const isKnown = got.has(option);
    diagnostics.push(
      report('kernel/lost-option', place, {
        option: settingText(setting),
        got: isKnown ? settingText({ option, value: got.get(option) }) : 'nothing',
      }),
    );
  }
  return diagnostics;
}
