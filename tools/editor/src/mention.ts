/** All places of a project that name a thing, whatever it is and wherever they stand. */
import { placeOf, type SourceText, type Span, sourceText, type TextPlace } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { IndexedFile, ProjectIndex } from './project-index.js';
import { fieldsOf } from './subject.js';
import { placesOfName } from './word.js';

/** In the texts of RFCs: in blocks and in prose, whole names only. */
export function mentionsInRfc(rfc: Rfc, name: string): readonly TextPlace[] {
  return placesOfName(rfc.source.text, name).map((span) => placeOf(rfc.source, span));
}

/** String literals of the models: what a property says that its clause is, and what a mutant says that catches it. */
export function mentionsInModels({ models }: ProjectIndex, name: string): readonly TextPlace[] {
  const files = new Map(models.flatMap((model) => model.files.map((file) => [file.path, file])));
  return [...files.values()].flatMap((file) => literalsIn(file, name));
}

/** Comments of tests that say `Contract: id`. */
export function mentionsInTests({ tests }: ProjectIndex, clause: string): readonly TextPlace[] {
  return tests.flatMap(({ mentions }) =>
    mentions.filter((one) => one.clause === clause).map(({ place }) => place),
  );
}

/** Items of `Option` fields, and the one of the front matter. */
export function mentionsOfOption(rfc: Rfc, option: string): readonly TextPlace[] {
  const { source, blocks, declaredOptions = [] } = rfc;
  const declared = declaredOptions.filter(({ value }) => value === option).map(({ place }) => place);
  const named = blocks
    .filter(({ kind }) => kind === 'contract')
    .flatMap((block) => fieldsOf(source, block))
    .filter(({ key }) => key === 'Option')
    .flatMap(({ valuePlace }) => placesWithin(source, valuePlace, option));
  return [...declared, ...named];
}

/** Values of `Model` fields, without the memory model. */
export function mentionsOfProperty(rfc: Rfc, property: string): readonly TextPlace[] {
  const { source, blocks } = rfc;
  return blocks
    .filter(({ kind }) => kind === 'contract')
    .flatMap((block) => fieldsOf(source, block))
    .filter(({ key }) => key === 'Model')
    .flatMap(({ valuePlace }) => placesWithin(source, valuePlace, property));
}

function placesWithin(source: SourceText, { start, end }: Span, name: string): readonly TextPlace[] {
  return placesOfName(source.text.slice(start, end), name).map((span) =>
    placeOf(source, { start: start + span.start, end: start + span.end }),
  );
}

function literalsIn({ path, text }: IndexedFile, name: string): readonly TextPlace[] {
  if (!text.includes(name)) return [];
  const source = sourceText(path, text);
  return placesOfName(text, name)
    .filter(
      ({ start, end }) => /['"`]/.test(text.charAt(start - 1)) && text.charAt(start - 1) === text.charAt(end),
    )
    .map((span) => placeOf(source, span));
}
