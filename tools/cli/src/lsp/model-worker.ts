/** The thread that reads one model, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '@quiesce/checker';
import { diskOf } from '../disk.js';
import type { Project } from '../project.js';
import { type ModelParts, readHere } from './model-reading.js';
import { openOver } from './open-over.js';

export interface ModelOrder {
  readonly project: Project;
  readonly entry: string;
  /** Absolute paths with the texts that count instead of those on disk. */
  readonly open: readonly (readonly [string, string])[];
}

export type FromModelWorker = ModelParts;

const { project, entry, open } = workerData as ModelOrder;
const port = parentPort;
assert(port !== null, 'this file is only run as a worker thread');
const disk = openOver(new Map(open), diskOf(project.root));
const parts: FromModelWorker = readHere(project, entry, { disk });
port.postMessage(parts);
