/**
 * The parts of a project: each of its models, with the RFCs that are checked against it. A part is checked by itself; most
 * projects have one.
 */
import { isInForce, type ModelChoice } from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import type { ReadDocument } from './documents.js';
import { type ReadModel, readModel } from './model.js';
import type { Project } from './project.js';
import type { World } from './world.js';

export interface Part {
  /** `0002`, after the first of its RFCs; absent where the project has one model for all of them. */
  readonly label?: string;
  /** Those that are asked about or in force. */
  readonly documents: readonly ReadDocument[];
  readonly model: ReadModel;
}

/** Those that the user has asked about, in the order of the configuration. The models of the others are not read. */
export function readParts(project: Project, read: readonly ReadDocument[], world: World): readonly Part[] {
  const { models } = project.config;
  const numbers = read.map(({ document }) => document.number);
  const absent = models.flatMap(({ rfcs = [] }) => rfcs).find((number) => !numbers.includes(number));
  if (absent !== undefined)
    throw new ToolError(`Cannot find RFC ${absent}, for which quiesce.json names a model`, {
      hint: 'Write the RFC, or delete its number under "model".',
    });
  const lost = read.find((one) => one.isAsked && !models.some((choice) => isOf(choice, one)));
  if (lost !== undefined)
    throw new ToolError(`Cannot tell the model of ${lost.document.file}: quiesce.json names none for it`, {
      hint: `Add the number ${lost.document.number} with the path of an entry file to the object "model".`,
    });
  return models.flatMap((choice): readonly Part[] => {
    const documents = read.filter((one) => isOf(choice, one) && isHeard(one));
    if (!documents.some(({ isAsked }) => isAsked)) return [];
    const [first] = choice.rfcs ?? [];
    const label = first === undefined ? {} : { label: String(first).padStart(4, '0') };
    return [{ ...label, documents, model: readModel(project, choice.entry, world) }];
  });
}

function isHeard({ document, isAsked }: ReadDocument): boolean {
  return isAsked || isInForce(document);
}

function isOf({ rfcs }: ModelChoice, { document }: ReadDocument): boolean {
  return rfcs === undefined || rfcs.includes(document.number);
}
