/** `quiesce show`: a clause, a property or an option with all that is known of it; or the contract view of an RFC. */
import {
  type ClauseCard,
  cardsJson,
  renderCard,
  renderOption,
  renderProperty,
  renderShort,
  type TracedClause,
} from '@quiesce/conformance';
import { nearestWord, ToolError, textOf } from '@quiesce/contract';
import type { ReadDocument } from '../documents.js';
import type { ExitCode } from '../run.js';
import { isColoured, type World } from '../world.js';
import { findRfcs } from './find-rfcs.js';
import { historyOf, readSent, type SentRfc } from './history.js';
import { type Known, readKnown } from './known.js';

export interface ShowRequest {
  /** Ids of clauses, properties and options; with `short`, RFCs. */
  readonly words: readonly string[];
  readonly short?: boolean;
  readonly allTraces?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

export async function show(request: ShowRequest, world: World): Promise<ExitCode> {
  if (request.allTraces === true && request.short === true)
    throw new ToolError('Unexpected --trace with --short', {
      hint: 'The contract view shows no runs: name a clause instead of --short.',
    });
  const known = await readKnown(world, request.config);
  const text = request.short === true ? shortText(request, known, world) : cardsText(request, known, world);
  await world.stdout.write(text);
  return 0;
}

function shortText({ words, json }: ShowRequest, known: Known, world: World): string {
  const documents = findRfcs(words, known, world);
  if (json === true) {
    const files = documents.map(({ document }) => document.file);
    return cardsJson(
      cardsOf(
        known.clauses.filter(({ file }) => files.includes(file)),
        known,
        world,
      ),
    );
  }
  const colour = isColoured(world.stdout, world);
  return documents
    .map(({ document, rfc }) => {
      const view = { document: { ...document, objections: rfc.objections }, sections: rfc.sections };
      return renderShort({ ...view, verdictOf: known.verdictOf }, colour);
    })
    .join('\n');
}

function cardsText({ words, json, allTraces }: ShowRequest, known: Known, world: World): string {
  if (words.length === 0)
    throw new ToolError('Unexpected end of the arguments, expected the id of a clause', {
      hint: 'quiesce show --short lists all clauses.',
    });
  const colour = isColoured(world.stdout, world);
  if (json === true) {
    const found = words.flatMap((word) => findClauses(word, known) ?? unknownWord(word, known));
    return cardsJson(cardsOf(found, known, world));
  }
  return words
    .flatMap((word): readonly string[] => {
      const clauses = findClauses(word, known);
      if (clauses === undefined) return otherText(word, known, colour) ?? unknownWord(word, known);
      const text = { colour, allTraces: allTraces === true };
      return cardsOf(clauses, known, world).map((card) => renderCard(card, text));
    })
    .join('\n');
}

/** Of the RFC that is in force, if one is; undefined if there is no such clause. */
function findClauses(word: string, { clauses }: Known): readonly TracedClause[] | undefined {
  const found =
    clauses.find(({ clause }) => clause.id === word) ??
    clauses.find(({ clause }) => clause.was.includes(word));
  return found === undefined ? undefined : [found];
}

/** A property or an option. */
function otherText(
  word: string,
  { input, clauses, verdictOf }: Known,
  colour: boolean,
): readonly string[] | undefined {
  const property = input.properties.find(({ id }) => id === word);
  if (property !== undefined) {
    const traced = clauses.find(({ clause }) => clause.id === property.clause);
    const verdict = traced === undefined ? undefined : verdictOf(traced.clause);
    return [renderProperty(property, traced, verdict)];
  }
  const declaring = input.documents.filter(({ options }) => options.some(({ value }) => value === word));
  if (declaring.length === 0) return undefined;
  return declaring.map((document) => renderOption(word, document, verdictOf, colour));
}

function unknownWord(word: string, { clauses, input }: Known): never {
  const near = nearestWord(word, [
    ...clauses.flatMap(({ clause }) => [clause.id, ...clause.was]),
    ...input.properties.map(({ id }) => id),
    ...input.documents.flatMap(({ options }) => options.map(({ value }) => value)),
  ]);
  throw new ToolError(
    `Unexpected ${JSON.stringify(word)}, expected the id of a clause or a property, or the name of an option`,
    { hint: near === undefined ? 'quiesce show --short lists all clauses.' : `Did you mean ${near}?` },
  );
}

function cardsOf(
  found: readonly TracedClause[],
  { project, documents, input, verdictOf }: Known,
  world: World,
): readonly ClauseCard[] {
  const sent = new Map<ReadDocument, SentRfc>();
  return found.map((traced) => {
    const { clause, file } = traced;
    const read = documents.find(({ document }) => document.file === file)!;
    const own = sent.get(read) ?? readSent(read.rfc, project, world);
    sent.set(read, own);
    return {
      traced,
      document: input.documents.find((document) => document.file === file)!,
      section: read.rfc.sections.find((section) => section.clauses.includes(clause))?.title,
      text: blockText(read, clause.places.block),
      verdict: verdictOf(clause),
      history: historyOf(clause, own),
    };
  });
}

/** The lines between the fences. */
function blockText({ rfc }: ReadDocument, place: TracedClause['clause']['places']['block']): string {
  const fence = rfc.fences.find((one) => one.place.start === place.start);
  return textOf(rfc.source, fence?.body ?? place);
}
