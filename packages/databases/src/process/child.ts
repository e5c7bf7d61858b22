/**
 * The process that reads one catalog: its request is the first line of its input, its answer are lines on its output.
 * It never ends by itself; its parent kills it, and the end of its input does where the parent is gone.
 */
import { readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { CatalogError } from '../catalog-error.ts';
import type { Reader, Request } from '../database.ts';
import { databases } from '../databases.ts';
import type { Message, PackedError } from './messages.ts';
import { CatalogWriter } from './packed.ts';

/** The most of a driver's own words that is kept as the cause of an error. */
const longestCause = 500;
/** A thread of its own, since a driver that loops or SQLite's own code would never let an event through. */
const endWithParent = `try { require('node:fs').readSync(0, Buffer.alloc(1)); } finally { process.kill(process.pid, 'SIGKILL'); }`;

/** Waits until the parent has taken the line in: whatever is read, no more than a pipe's worth of it is on its way. */
function write(message: Message): void {
  let left = Buffer.from(`${JSON.stringify(message)}\n`);
  while (left.length > 0) left = left.subarray(writeSync(1, left));
}

function readRequest(): Request {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const bytes = readSync(0, chunk);
    if (bytes === 0) process.exit(1);
    chunks.push(chunk.subarray(0, bytes));
    if (chunk[bytes - 1] === 10) return JSON.parse(Buffer.concat(chunks).toString());
  }
}

/** A number of tables goes with the error that has one. */
const packed = ({ message, cause, ...facts }: CatalogError): PackedError => ({
  ...facts,
  message,
  ...(cause === undefined ? {} : { cause: String(cause).slice(0, longestCause) }),
});

async function main(): Promise<void> {
  const request = readRequest();
  // With streams of its own, or this process's output would be made a stream too, which never waits.
  new Worker(endWithParent, { eval: true, execArgv: [], env: {}, stdout: true, stderr: true });
  const database = databases[request.type];
  const subject = database.subject(request.settings, request.place);
  let reader: Reader | undefined;
  const fail = (error: unknown): void => {
    const failure = reader
      ? reader.failureOf(error, subject)
      : new CatalogError('unreadable', `${subject} could not be read.`, error);
    write({ failed: packed(failure) });
  };
  // A driver throws where nobody can catch it when a server sends what it does not expect.
  process.on('uncaughtException', fail);
  try {
    reader = await database.load();
    const catalog = new CatalogWriter(write, { maxColumns: request.maxColumns, subject });
    await reader.read(request, { catalog, within: (milliseconds) => write({ within: milliseconds }) });
    catalog.flush();
    // Where there is such a cache, it would be written at the end of the process, which does not come.
    flushCompileCache();
    write({ end: true });
  } catch (error) {
    fail(error);
  }
}

await main();
