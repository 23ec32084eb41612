/**
 * How long an editor waits: `npm run bench:editor`. Each figure is the median of several runs and the worst of them, on RFCs of
 * 3, of 80 and of 500 clauses. The server is the one that users start: a process of the bundle, behind pipes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const bin = join(import.meta.dirname, '..', 'bin', 'quiesce.js');
const folder = mkdtempSync(join(tmpdir(), 'quiesce-bench-'));
const starts = 7;
const edits = 60;

try {
  const rows = [
    row('node, doing nothing', await repeat(starts, bareNode)),
    ...(await figuresOf(3)),
    ...(await figuresOf(80)),
    ...(await figuresOf(500)),
  ];
  for (const line of rows) process.stdout.write(`${line}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function figuresOf(clauses) {
  const text = rfcOf(clauses);
  writeFileSync(join(folder, `0001-${clauses}.md`), text);
  const uri = pathToFileURL(join(folder, `0001-${clauses}.md`)).href;
  const started = await repeat(starts, async () => {
    const server = await openServer();
    const opened = performance.now();
    const found = server.findings(1);
    server.open(uri, text);
    await found;
    const first = performance.now();
    await server.close();
    return {
      sinceStart: first - server.started,
      sinceOpen: first - opened,
      toInitialize: server.initialized - server.started,
    };
  });

  const server = await openServer();
  const found = server.findings(1);
  server.open(uri, text);
  await found;
  const lines = text.split('\n');
  const reason = 'Why:    Somebody relies on it.';
  let version = 1;
  const type = async (line) => {
    const at = { line, character: reason.length };
    const since = performance.now();
    version += 1;
    const answer = server.findings(version);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    await answer;
    return performance.now() - since;
  };
  const first = await type(lines.indexOf(reason));
  const atStart = await repeat(edits, () => type(lines.indexOf(reason)));
  const atEnd = await repeat(edits, () => type(lines.lastIndexOf(reason)));
  const position = { line: lines.lastIndexOf(reason) - 2, character: 12 };
  const asked = (method) =>
    repeat(20, async () => {
      const since = performance.now();
      await server.request(method, { textDocument: { uri }, position });
      return performance.now() - since;
    });
  const hovers = await asked('textDocument/hover');
  const completions = await asked('textDocument/completion');
  await server.close();

  const name = `${clauses} clauses: `;
  return [
    row(
      `${name}start to initialize`,
      started.map(({ toInitialize }) => toInitialize),
    ),
    row(
      `${name}start to first findings`,
      started.map(({ sinceStart }) => sinceStart),
    ),
    row(
      `${name}open to first findings`,
      started.map(({ sinceOpen }) => sinceOpen),
    ),
    row(`${name}first edit to findings`, [first]),
    row(`${name}edit at the start to findings`, atStart),
    row(`${name}edit at the end to findings`, atEnd),
    row(`${name}hover`, hovers),
    row(`${name}completion`, completions),
  ];
}

async function openServer() {
  const started = performance.now();
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let waiting;
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => {
    if (version === waiting?.version) waiting.resolve();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  const initialized = performance.now();
  connection.sendNotification('initialized', {});
  return {
    started,
    initialized,
    findings: (version) => new Promise((resolve) => (waiting = { version, resolve })),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    notify: (method, params) => connection.sendNotification(method, params),
    request: (method, params) => connection.sendRequest(method, params),
    close: async () => {
      await connection.sendRequest('shutdown');
      connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

function bareNode() {
  const since = performance.now();
  return new Promise((resolve) =>
    spawn(process.execPath, ['-e', '0']).on('exit', () => resolve(performance.now() - since)),
  );
}

async function repeat(times, action) {
  const results = [];
  for (let count = 0; count < times; count += 1) results.push(await action());
  return results;
}

function row(name, times) {
  const sorted = [...times].sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)];
  const shown = (ms) => `${ms.toFixed(1).padStart(7)} ms`;
  return `${name.padEnd(44)} ${shown(median)}   worst ${shown(sorted.at(-1))}`;
}

function rfcOf(clauses) {
  const head = [
    '---',
    'rfc: 1',
    'title: Many promises',
    'revision: 1',
    'status: draft',
    'options: [one, other]',
    '---',
    '',
  ];
  const body = Array.from({ length: clauses }, (_, index) => [
    ...(index % 10 === 0 ? ['', `Part ${index / 10 + 1}`, '--------', ''] : []),
    `The next clause is number ${index}, and stands here because somebody`,
    'has asked for it.',
    '',
    '```contract',
    `Clause: part-${Math.floor(index / 10)}.clause-${index}`,
    'Option: one',
    'Scope:  call(thing, flags)',
    'When:   the call returns 0 and the thing was busy when it was made',
    'Then:   the thing MUST NOT be touched after the return',
    'Why:    Somebody relies on it.',
    `Model:  part/property${index}`,
    '```',
    '',
  ]);
  return [...head, ...body.flat()].join('\n');
}
