/** The measurements as a table. */

const columns = [
  ['protocol', 17],
  ['states', 10],
  ['transitions', 12],
  ['CPU s', 8],
  ['spread', 7],
  ['M states/s', 11],
  ['bytes', 6],
  ['Spin CPU s', 11],
  ['spread', 7],
  ['M states/s', 11],
  ['bytes', 6],
  ['ratio', 6],
];

/** `rows` have for a protocol the runs of the explorer and of Spin, none where Spin is not installed. */
export function render(rows, reduced, promised, { runs, engine, missing, processor, node }) {
  const spin =
    missing.length === 0
      ? 'Spin: gcc -O2 -DNOREDUCE -DSAFETY; its bytes are without the table of 128 MiB'
      : `Spin: not installed (${missing.join(', ')} is missing)`;
  const lines = [
    line(columns.map(([title]) => title)),
    line(columns.map(([, width]) => '-'.repeat(width - 1))),
    ...rows.map((row) => line(cells(row))),
    '',
    'Searches that leave out what comes to the same in another order; the last two columns compare with the whole search:',
    '',
    ...reducedLines(reduced),
    '',
    'What must happen, under weak fairness (Spin: -a -f, gcc without -DSAFETY):',
    '',
    ...promised.map((row) => line(cells(row))),
    '',
    `Median of ${runs} runs, CPU seconds of user and system, states a CPU second, bytes a state.`,
    'Spread: from the fastest to the slowest run, in per cent of the median. Ratio: our rate by that of Spin.',
    spin,
    `Engine: ${engine}. Node ${node}, ${processor}`,
  ];
  return `${lines.join('\n')}\n`;
}

function cells({ protocol, own, spin }) {
  const ours = summary(own);
  const theirs = spin.length === 0 ? null : summary(spin);
  return [
    protocol.title,
    protocol.states.toLocaleString('en'),
    protocol.transitions.toLocaleString('en'),
    ...ours.cells,
    ...(theirs === null
      ? ['-', '-', '-', '-', '-']
      : [...theirs.cells, (ours.rate / theirs.rate).toFixed(1)]),
  ];
}

const reducedColumns = [
  ['protocol', 26],
  ['states', 10],
  ['transitions', 12],
  ['CPU s', 8],
  ['spread', 8],
  ['fewer', 8],
  ['faster', 8],
];

/** The whole search of a protocol stands before those that it is compared with. */
function reducedLines(rows) {
  const titles = reducedColumns.map(([title]) => title);
  const whole = new Map();
  const lines = rows.map(({ protocol, own }) => {
    const { seconds, cells: texts } = summary(own);
    const [{ states, transitions }] = own;
    const { file } = protocol;
    if (!whole.has(file)) whole.set(file, { states, seconds });
    const all = whole.get(file);
    return [
      protocol.title,
      states.toLocaleString('en'),
      transitions.toLocaleString('en'),
      ...texts.slice(0, 2),
      (all.states / states).toFixed(1),
      (all.seconds / seconds).toFixed(1),
    ];
  });
  return [titles, ...lines].map((texts) => line(texts, reducedColumns));
}

function summary(runs) {
  const seconds = runs.map((run) => run.cpuSeconds).sort((a, b) => a - b);
  const middle = seconds[Math.floor(seconds.length / 2)];
  const spread = (100 * (seconds.at(-1) - seconds[0])) / middle;
  const rate = runs[0].states / middle / 1e6;
  const bytes = runs[0].bytesPerState;
  return {
    rate,
    seconds: middle,
    cells: [
      middle.toFixed(2),
      `${spread.toFixed(0)} %`,
      rate.toFixed(2),
      Number.isNaN(bytes) ? '-' : bytes.toFixed(0),
    ],
  };
}

function line(texts, widths = columns) {
  const padded = texts.map((text, index) => {
    const [, width] = widths[index];
    return index === 0 ? text.padEnd(width) : text.padStart(width);
  });
  return padded.join('').trimEnd();
}
