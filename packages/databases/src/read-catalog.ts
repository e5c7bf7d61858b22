/** Reads the catalog of a database in a child process, which is killed when its time is over. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Catalog } from './catalog.ts';
import { CatalogError, TooManyTablesError, tooSlow } from './catalog-error.ts';
import type { Request, Timeouts } from './database.ts';
import { databases } from './databases.ts';
import type { Message, PackedError } from './process/messages.ts';
import { CatalogBuilder } from './process/packed.ts';

/** Default: 10,000 ms for `connectTimeout`, 30,000 ms for `queryTimeout`. */
export interface ReadCatalogOptions extends Omit<Request, 'scratch' | keyof Timeouts>, Partial<Timeouts> {
  /** Its abort kills the child, whatever it is doing; the error is then `too-slow`. */
  readonly signal: AbortSignal;
}

/** Beside this file, as source or as built. */
const childFile = join(import.meta.dirname, `process/child${extname(import.meta.filename)}`);
/** Megabytes: more than 20,000 tables of 400 columns take. */
const heapMegabytes = 1024;
/** A child's answer: 20,000 tables of 200 columns fit. */
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
  const { signal, ...asked } = options;
  const database = databases[options.type];
  const subject = database.subject(options.settings, options.place);
  if (signal.aborted) throw tooSlow(subject, signal.reason);
  const scratch = join(tmpdir(), `roma-fdi-catalog-${randomUUID()}`);
  const request: Request = { connectTimeout: 10_000, queryTimeout: 30_000, ...asked, scratch };
  const catalog = new CatalogBuilder();
  await runChild(request, subject, signal, (message) => catalog.take(message));
  return catalog.catalog(database.dialect);
}

function runChild(
  request: Request,
  subject: string,
  signal: AbortSignal,
  take: (message: Message) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startChild();
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
    const gone = (how: CatalogError): void => {
      outcome ??= how;
      clearTimeout(timer);
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
    const handle = (message: Message): void => {
      if (outcome) return;
      if ('within' in message) {
        clearTimeout(timer);
        timer = setTimeout(tooLate, message.within);
      } else if ('failed' in message) end(unpacked(message.failed));
      else if ('end' in message) end('complete');
      else take(message);
    };
    readLines(child.stdout, handle, end, subject);
    // It may be gone before it has read its request.
    child.stdin.on('error', () => {}).write(`${JSON.stringify(request)}\n`);
  });
}

function startChild(): ChildProcessByStdio<Writable, Readable, null> {
  const environment = passedVariables
    .map((name) => [name, process.env[name]])
    .filter(([, value]) => value !== undefined);
  return spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, childFile], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: Object.fromEntries(environment),
  });
}

/** Each line is taken in as it comes, and others get their turn between two chunks. */
function readLines(
  output: Readable,
  take: (message: Message) => void,
  fail: (error: CatalogError) => void,
  subject: string,
): void {
  let begun: string[] = [];
  let characters = 0;
  output.setEncoding('utf8').on('data', (chunk: string) => {
    characters += chunk.length;
    if (characters > mostCharacters) return fail(tooLarge(subject));
    const [first = '', ...more] = chunk.split('\n');
    begun.push(first);
    try {
      for (const next of more) {
        take(JSON.parse(begun.join('')));
        begun = [next];
      }
    } catch (error) {
      // A library in the child wrote to its output.
      fail(unfinished(subject, error));
    }
  });
}

function unpacked({ kind, message, cause, count, limit }: PackedError): CatalogError {
  if (count !== undefined && limit !== undefined) return new TooManyTablesError(count, limit);
  return new CatalogError(kind, message, cause === undefined ? undefined : new Error(cause));
}

const tooLarge = (subject: string): CatalogError =>
  new CatalogError('too-large', `${subject} sent more than any catalog needs.`);

const unfinished = (subject: string, cause: unknown): CatalogError =>
  new CatalogError('unreadable', `${subject} could not be read: the process that read it ended early.`, cause);
