/** Reads the catalog of a database in a child process, which is killed when its time is over. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Catalog } from './catalog.ts';
import { CatalogError, TooManyError, tooSlow } from './catalog-error.ts';
import type { Request, Timeouts } from './database.ts';
import { databases } from './databases.ts';
import { readLines } from './process/lines.ts';
import type { Message, PackedError } from './process/messages.ts';
import { CatalogBuilder } from './process/packed.ts';
import { residentBytes } from './process/resident-bytes.ts';
import { newScratch, sweepScratch } from './process/scratch.ts';

type Defaults = Timeouts & Pick<Request, 'maxColumns' | 'maxCopyBytes'>;

export const catalogDefaults = {
  connectTimeout: 10_000,
  queryTimeout: 30_000,
  maxColumns: 400_000,
  maxCopyBytes: 1024 ** 3,
} as const satisfies Defaults;

/** What is not given is as in `catalogDefaults`. */
export interface ReadCatalogOptions extends Omit<Request, 'scratch' | keyof Defaults>, Partial<Defaults> {
  /** Its abort kills the child, whatever it is doing; the error is then `too-slow`. */
  readonly signal: AbortSignal;
  /** Bytes of memory that the child may take. Default: 384 MiB, and 256 for each of `maxColumns`. */
  readonly maxMemory?: number;
}

/** Once is enough for a process. */
let isSwept = false;

/** Beside this file, as source or as built. */
const childFile = join(import.meta.dirname, `process/child${extname(import.meta.filename)}`);
/** Bytes that a child takes for itself and for what a server sends at once, and for each column as SQLite, the greediest, does. */
const memory = { base: 384 * 1024 * 1024, column: 256 } as const;
/** Milliseconds between two looks at a child's memory. */
const lookTime = 100;
/** A child's answer: twice what it may write of names and types. */
const mostCharacters = 128 * 1024 * 1024;
/** What a child sees of the environment: nothing that a driver reads, but what Node needs and where an operator keeps certificates. */
const passedVariables = [
  'NODE_COMPILE_CACHE',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'SystemRoot',
];

/**
 * All tables that can be read, sorted by schema and name; the child has ended by then.
 * @throws CatalogError and nothing else
 */
export async function readCatalog(options: ReadCatalogOptions): Promise<Catalog> {
  const { signal, maxMemory, ...asked } = options;
  const database = databases[options.type];
  const subject = database.subject(options.settings, options.place);
  if (signal.aborted) throw tooSlow(subject, signal.reason);
  if (!isSwept) void sweepScratch();
  isSwept = true;
  const request: Request = { ...catalogDefaults, ...asked, scratch: newScratch() };
  const catalog = new CatalogBuilder();
  const mostBytes = maxMemory ?? memory.base + request.maxColumns * memory.column;
  await runChild(request, subject, { signal, mostBytes }, catalog);
  try {
    return await catalog.catalog(database.dialect, signal);
  } catch (error) {
    throw signal.aborted ? tooSlow(subject, signal.reason) : unfinished(subject, error);
  }
}

function runChild(
  request: Request,
  subject: string,
  { signal, mostBytes }: { readonly signal: AbortSignal; readonly mostBytes: number },
  catalog: CatalogBuilder,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startChild(mostBytes);
    let outcome: 'complete' | CatalogError | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = (how: 'complete' | CatalogError): void => {
      outcome ??= how;
      child.kill('SIGKILL');
    };
    const tooLate = (): void => {
      end(tooSlow(subject, signal.reason));
      // A process that waits for a disk is killed only when the disk answers.
      reject(outcome);
    };
    const watch = setInterval(() => {
      // V8 holds its own heap to a limit, not what SQLite and buffers take.
      if (residentBytes(child.pid) > mostBytes) end(tooLarge(subject));
    }, lookTime);
    const gone = (how: CatalogError): void => {
      outcome ??= how;
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener('abort', tooLate);
      const settle = () => (outcome === 'complete' ? resolve() : reject(outcome));
      rm(request.scratch, { recursive: true, force: true }).then(settle, settle);
    };
    child.once('error', (error) => gone(unfinished(subject, error)));
    // Without a process there are no pipes either.
    if (child.pid === undefined) return;
    // Once its output is read to the end, too. V8 aborts a process whose heap is full.
    child.once('close', (code: number | null, by: NodeJS.Signals | null) =>
      gone(by === 'SIGABRT' || code === 134 ? tooLarge(subject) : unfinished(subject, `it ended with ${code ?? by}`)),
    );
    signal.addEventListener('abort', tooLate, { once: true });
    const handle = (line: string): void => {
      if (outcome || catalog.take(line)) return;
      const message: Message = JSON.parse(line);
      if ('within' in message) {
        clearTimeout(timer);
        timer = setTimeout(tooLate, message.within);
      } else if ('failed' in message) end(unpacked(message.failed));
      else if ('end' in message) end('complete');
      else catalog.restart();
    };
    readLines(child.stdout, mostCharacters, {
      take: handle,
      tooLong: () => end(tooLarge(subject)),
      // A library in the child wrote to its output.
      noLine: (error) => end(unfinished(subject, error)),
    });
    // It may be gone before it has read its request.
    child.stdin.on('error', () => {}).write(`${JSON.stringify(request)}\n`);
  });
}

function startChild(mostBytes: number): ChildProcessByStdio<Writable, Readable, null> {
  const environment = passedVariables
    .map((name) => [name, process.env[name]])
    .filter(([, value]) => value !== undefined);
  // What is read is passed on at once: a young generation of this size from the beginning is seldom full, and holds little but garbage.
  const young = ['--min-semi-space-size=16', '--max-semi-space-size=16'];
  const memory = [`--max-old-space-size=${Math.ceil(mostBytes / 2 ** 20)}`, ...young];
  return spawn(process.execPath, [...memory, childFile], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: Object.fromEntries(environment),
  });
}

function unpacked({ kind, message, cause, of, count, limit }: PackedError): CatalogError {
  if (of !== undefined && count !== undefined && limit !== undefined) return new TooManyError(of, count, limit);
  return new CatalogError(kind, message, cause === undefined ? undefined : new Error(cause));
}

const tooLarge = (subject: string): CatalogError =>
  new CatalogError('too-large', `${subject} holds or sends more than a catalog of the columns that are read at most.`);

const unfinished = (subject: string, cause: unknown): CatalogError =>
  new CatalogError('unreadable', `${subject} could not be read: the process that read it ended early.`, cause);
