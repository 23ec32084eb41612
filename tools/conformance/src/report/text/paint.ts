/** Colours for a terminal, or none. */
export type Colour = 'red' | 'green' | 'yellow' | 'dim' | 'bold';

export type Paint = (colour: Colour, text: string) => string;

const codes: Readonly<Record<Colour, string>> = { red: '31', green: '32', yellow: '33', dim: '2', bold: '1' };

export function painter(coloured: boolean): Paint {
  return coloured ? (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (_colour, text) => text;
}
