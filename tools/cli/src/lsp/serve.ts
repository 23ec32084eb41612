/**
 * The life of a language server: messages in, messages out, from `initialize` to `exit`. What is answered is the session's
 * business; here it is told from what comes too early, too late, broken, or from an editor that is no more.
 */
import type { Readable, Writable } from 'node:stream';
import {
  createMessageConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import type { ExitCode } from '../run.js';
import { version } from '../version.js';
import type { World } from '../world.js';
import { capabilities } from './capabilities.js';
import {
  checkParams,
  type NotificationHandlers,
  type RequestHandlers,
  serverNotInitialized,
} from './requests.js';
import { openSession, type Session } from './session.js';

type Phase = 'new' | 'ready' | 'shut down';

/** How often it is looked whether the editor still runs: some die without a word. */
const parentCheckMs = 3000;

/** Resolves when the editor is gone: 0 if it said so in the order of the protocol, 1 if not. */
export function serve(input: Readable, output: Writable, world: World): Promise<ExitCode> {
  let phase: Phase = 'new';
  let session: Session | undefined;
  let parentCheck: NodeJS.Timeout | undefined;
  const log = (text: string): void => void world.stderr.write(`quiesce: lsp: ${text}\n`);
  const connection = createMessageConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
    {
      error: log,
      warn: log,
      info: () => {},
      log: () => {},
    },
  );

  return new Promise((resolve) => {
    const end = (): void => {
      clearInterval(parentCheck);
      session?.close();
      session = undefined;
      connection.dispose();
      input.destroy();
      resolve(phase === 'shut down' ? 0 : 1);
    };

    connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
      if (phase !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'Unexpected second initialize');
      if (typeof params !== 'object' || params === null)
        throw new ResponseError(
          ErrorCodes.InvalidParams,
          'Unexpected parameters of initialize, expected an object',
        );
      session = openSession(params, connection, world);
      parentCheck = watchParent(params.processId, end);
      phase = 'ready';
      return { capabilities, serverInfo: { name: 'quiesce', version } };
    });
    connection.onNotification('initialized', () => session?.start());
    connection.onRequest('shutdown', () => {
      refuseUnlessReady(phase);
      phase = 'shut down';
      return null;
    });
    connection.onNotification('exit', end);

    connection.onRequest((method: string, params: unknown) => {
      refuseUnlessReady(phase);
      const handler = handlerOf(session?.requests, method);
      if (handler === undefined)
        throw new ResponseError(
          ErrorCodes.MethodNotFound,
          `Unexpected method ${method}, expected one that was announced`,
        );
      checkParams(method, params);
      return handler(params);
    });
    connection.onNotification((method: string, params: unknown) => {
      const handler = phase === 'ready' ? handlerOf(session?.notifications, method) : undefined;
      if (handler === undefined) return;
      checkParams(method, params);
      handler(params);
    });

    connection.onError(([error]) => log(error.message));
    connection.onClose(end);
    input.on('end', end);
    connection.listen();
  });
}

/** A method's parameters are what its entry in the tables says, as far as `checkParams` looks at them. */
function handlerOf(
  handlers: RequestHandlers | NotificationHandlers | undefined,
  method: string,
): ((params: unknown) => unknown) | undefined {
  if (handlers === undefined || !Object.hasOwn(handlers, method)) return undefined;
  return (handlers as unknown as Readonly<Record<string, (params: unknown) => unknown>>)[method];
}

function refuseUnlessReady(phase: Phase): void {
  if (phase === 'new')
    throw new ResponseError(serverNotInitialized, 'Unexpected request, expected initialize first');
  if (phase === 'shut down')
    throw new ResponseError(ErrorCodes.InvalidRequest, 'Unexpected request after shutdown, expected exit');
}

function watchParent(processId: number | null | undefined, end: () => void): NodeJS.Timeout | undefined {
  if (typeof processId !== 'number') return undefined;
  return setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // A process of another user is there all the same.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') end();
    }
  }, parentCheckMs).unref();
}
