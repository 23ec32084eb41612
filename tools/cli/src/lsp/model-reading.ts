/**
 * A model read for an editor. Reading one takes some hundred milliseconds, in which nobody could be answered: so it is done
 * in a thread of its own, and only if one of its texts has changed.
 */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Diagnostic, ToolError } from '@quiesce/contract';
import type { IndexedModel } from '@quiesce/editor';
import { readModel } from '../model.js';
import type { Project } from '../project.js';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';
import type { FromModelWorker, ModelOrder } from './model-worker.js';

export type ModelReading =
  | ({ readonly kind: 'read' } & IndexedModel)
  /** It cannot be loaded as it is. `before`: what it was when it could. */
  | {
      readonly kind: 'broken';
      readonly entry: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly before: IndexedModel | undefined;
    }
  | { readonly kind: 'failed'; readonly entry: string; readonly message: string };

/** What reading a model gives, of which every part can be sent from one thread to another. */
export type ModelParts =
  | ({ readonly kind: 'read' } & Pick<IndexedModel, 'description' | 'files'>)
  | { readonly kind: 'broken'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly message: string };

/** `open`: texts that count instead of those on disk, by absolute path. */
export async function readModelApart(
  project: Project,
  entry: string,
  before: ModelReading | undefined,
  open: ReadonlyMap<string, string>,
  world: World,
): Promise<ModelReading> {
  if (before?.kind === 'read' && isSame(before, project, world)) return before;
  const rfcs = project.config.models.find((one) => one.entry === entry)?.rfcs;
  const named = { entry, ...(rfcs === undefined ? {} : { rfcs }) };
  const parts =
    world.threads === 0
      ? readHere(project, entry, world)
      : await readThere({ project, entry, open: [...open] });
  switch (parts.kind) {
    case 'read':
      return { ...parts, ...named };
    case 'broken': {
      const last = before?.kind === 'broken' ? before.before : before?.kind === 'read' ? before : undefined;
      return { kind: 'broken', entry, diagnostics: parts.diagnostics, before: last };
    }
    case 'failed':
      return { kind: 'failed', entry, message: parts.message };
  }
}

export function readHere(project: Project, entry: string, world: Pick<World, 'disk'>): ModelParts {
  try {
    const { description, files } = readModel(project, entry, world);
    return { kind: 'read', description, files };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'broken', diagnostics: error.diagnostics };
    if (error instanceof ToolError) return { kind: 'failed', message: error.message };
    throw error;
  }
}

function readThere(order: ModelOrder): Promise<ModelParts> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./model-worker.js', import.meta.url), { workerData: order });
    worker.on('message', (parts: FromModelWorker) => {
      done(parts);
      void worker.terminate();
    });
    worker.on('error', (error) =>
      done({ kind: 'failed', message: `Cannot read ${order.entry}: ${error.message}` }),
    );
    worker.unref();
  });
}

function isSame({ files }: IndexedModel, { root }: Project, { disk }: World): boolean {
  return files.every(({ path, text }) => disk.readIfThere(resolve(root, path)) === text);
}
