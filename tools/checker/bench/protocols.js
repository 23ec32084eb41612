/** What is measured: a model of models/ and the same protocol in Promela, with the counts that both must give. */
export const protocols = [
  {
    title: 'philosophers 10',
    file: 'philosophers',
    world: 'philosophers',
    sizes: [10],
    promela: ['-DN=10'],
    states: 1_860_497,
    transitions: 15_426_860,
  },
  {
    title: 'bakery 4',
    file: 'bakery',
    world: 'bakery',
    sizes: [4],
    promela: ['-DN=4'],
    states: 1_983_940,
    transitions: 6_510_850,
  },
  {
    title: 'peterson 4',
    file: 'peterson',
    world: 'peterson',
    sizes: [4],
    promela: ['-DN=4'],
    states: 242_144,
    transitions: 968_576,
  },
  {
    title: 'detach 2x2',
    file: 'detach',
    world: 'detachment',
    sizes: [2, 2],
    promela: ['-DT=2', '-DE=2'],
    states: 2_960_102,
    transitions: 11_544_066,
  },
];

/** The states that are stored: all of them, those of stubborn sets, and those of them that branch. */
export const reducible = [
  {
    title: 'philosophers 10',
    file: 'philosophers',
    world: 'philosophers',
    sizes: [10],
    counts: { none: 1_860_497, stubborn: 64_596, chains: 17_408 },
  },
  {
    title: 'detach 2x2',
    file: 'detach',
    world: 'detachment',
    sizes: [2, 2],
    counts: { none: 2_960_102, stubborn: 280_785, chains: 61_814 },
  },
];

/** What must happen: the steps that are kept, since those behind the goal are not taken, and Spin's options for the same. */
export const promises = [
  {
    title: 'detach 2x2, weak',
    file: 'detach',
    scenario: 'detach',
    sizes: { tasks: 2, engines: 2, killers: 1 },
    property: 'detach/completes-weak',
    promela: ['-DT=2', '-DE=2', '-DLTL'],
    states: 2_960_102,
    transitions: 11_487_366,
  },
];
