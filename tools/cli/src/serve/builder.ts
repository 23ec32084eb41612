/**
 * Builds the preview anew when something was saved. The text comes first: it is shown at once, with the verdicts of the last check,
 * which are marked as being checked. The check follows by itself, one at a time; what is saved meanwhile is checked after it.
 */
import { dirname, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import type { SiteCheck } from '@quiesce/site';
import { checkProject } from '../check/check-project.js';
import type { CheckRequest } from '../check/check-request.js';
import { readDocuments } from '../documents.js';
import { configName } from '../find-config.js';
import { type Project, readProject } from '../project.js';
import { Refusal } from '../refusal.js';
import { diagnosticsText } from '../show-diagnostics.js';
import { siteChecks, siteInput } from '../site/site-input.js';
import type { World } from '../world.js';
import { emptyPreview, type Preview, previewOf, type Status } from './preview.js';

export interface Builder {
  /** Something may have been saved. */
  readonly changed: () => void;
  /** Nothing is built from now on. What is being explored ends by itself. */
  readonly close: () => void;
}

export interface BuilderInput {
  readonly request: Pick<CheckRequest, 'core' | 'useCache' | 'config'>;
  readonly world: World;
  readonly publish: (preview: Preview) => void;
  /** Files and folders, absolute, that the preview was made from. */
  readonly watch: (paths: readonly string[]) => void;
  /** An error of ours. */
  readonly fail: (error: unknown) => void;
}

/** Editors write a file in several steps. */
const restMs = 40;

export function openBuilder({ request, world, publish, watch, fail }: BuilderInput): Builder {
  let preview = emptyPreview;
  let checks: readonly SiteCheck[] = [];
  let sources: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isChecking = false;
  let isStale = false;
  let isClosed = false;

  const show = (next: Preview): void => {
    if (isClosed) return;
    preview = next;
    publish(next);
  };
  const showText = async (status: Status): Promise<Project> => {
    const project = readProject(world, request.config);
    watch([configPath(project), ...watchedOf(project), ...sources]);
    show(previewOf(await siteInput(project, readDocuments(project, [], world), checks, world), status));
    return project;
  };
  const configPath = ({ root }: Project): string =>
    request.config === undefined ? resolve(root, configName) : resolve(world.cwd, request.config);
  const refuse = async (error: unknown): Promise<void> => {
    if (!(error instanceof ToolError)) throw error;
    const text = failureText(error, world);
    await world.stderr.write(text);
    show({ ...preview, status: { kind: 'failed', text } });
  };
  const check = async (): Promise<void> => {
    isChecking = true;
    while (isStale && !isClosed) {
      isStale = false;
      try {
        const project = readProject(world, request.config);
        const checked = await checkProject({ ...request, rfcs: [], stories: 'each' }, world, project);
        checks = siteChecks(checked);
        sources = checked.flatMap(({ part }) =>
          part.model.files.map(({ path }) => resolve(project.root, path)),
        );
        await showText({ kind: isStale ? 'checking' : 'checked' });
      } catch (error) {
        if (!isStale) await refuse(error);
      }
    }
    isChecking = false;
  };
  const build = async (): Promise<void> => {
    isStale = true;
    try {
      await showText({ kind: 'checking' });
    } catch (error) {
      return refuse(error);
    }
    if (!isChecking) await check();
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => build().catch(fail), restMs);
  };
  return {
    changed,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

function watchedOf({ root, config }: Project): readonly string[] {
  const { rfc, models, series, tests = [], costs } = config;
  const named = [rfc, ...models.map(({ entry }) => dirname(entry)), series, ...tests, costs];
  return named.flatMap((path) => (path === undefined ? [] : [resolve(root, path)]));
}

function failureText(error: ToolError, world: World): string {
  const plain = { ...world.stderr, isTerminal: false };
  if (error instanceof Refusal) return diagnosticsText(error.diagnostics, error.root, plain, world);
  return `${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`;
}
