/**
 * What a bench program prints: a line for each loop of each thread, and for the sizes:
 *
 *     bench run=3 round=1 thread=0 cpu=0 phase=traced engine=private calls=50000 ns=23411200 checked=200 counted=202
 *     footprint task=72 engine=96 engine_percpu=0 shared_percpu=0
 *
 * `run` counts the loops of a process from 0 and is what the marks name too. More keys may follow. A callback that counts would be
 * measured as well, so the program makes some calls that are counted before and after a traced loop: `checked` calls by all threads,
 * and the tracer was called `counted` times in them.
 */

export interface BenchLine {
  readonly run: number;
  readonly round: number;
  readonly cpu: number;
  readonly traced: boolean;
  readonly calls: number;
  readonly ns: number;
  /** Both 0 in an untraced loop. */
  readonly checked: number;
  readonly counted: number;
}

export interface Footprint {
  /** In bytes, for each traced task; for each engine; for each engine and possible processor; for each possible processor. */
  readonly task: number;
  readonly engine: number;
  readonly enginePerCpu: number;
  readonly sharedPerCpu: number;
}

/** Lines that are no such lines are none of ours. */
export function readBenchLines(output: string): readonly BenchLine[] {
  return output.split('\n').flatMap((line) => {
    const value = valuesOf('bench', line);
    const [run, round, cpu] = [value('run'), value('round'), value('cpu')];
    const [calls, ns] = [value('calls'), value('ns')];
    const [checked, counted] = [value('checked'), value('counted')];
    const phase = /(?:^| )phase=(traced|untraced)(?: |$)/.exec(line)?.[1];
    if (run === undefined || round === undefined || cpu === undefined || phase === undefined) return [];
    if (calls === undefined || ns === undefined || checked === undefined || counted === undefined) return [];
    return [{ run, round, cpu, traced: phase === 'traced', calls, ns, checked, counted }];
  });
}

export function readFootprint(output: string): Footprint | undefined {
  for (const line of output.split('\n')) {
    const value = valuesOf('footprint', line);
    const [task, engine] = [value('task'), value('engine')];
    const [enginePerCpu, sharedPerCpu] = [value('engine_percpu'), value('shared_percpu')];
    if (
      task !== undefined &&
      engine !== undefined &&
      enginePerCpu !== undefined &&
      sharedPerCpu !== undefined
    )
      return { task, engine, enginePerCpu, sharedPerCpu };
  }
  return undefined;
}

function valuesOf(head: string, line: string): (key: string) => number | undefined {
  const words = line.trimEnd().split(' ');
  return (key) => {
    if (words[0] !== head) return undefined;
    const word = words.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
    return word !== undefined && /^-?\d+$/.test(word) ? Number(word) : undefined;
  };
}
