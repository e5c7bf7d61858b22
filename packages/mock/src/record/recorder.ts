/** Writes what passed the guard into a file, a line at a time: each is whole on the disk before the next begins, however the process ends. */
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Contract, FaultDescription } from '@roma-fdi/contract';
import type { Call } from '../front/call.ts';
import type { UpstreamAnswer } from '../guard/forward.ts';
import type { Secrets } from '../requests/secrets.ts';
import { createRedaction, type Redaction } from './redact.ts';
import { shapeOfText } from './shape.ts';

export interface Exchange {
  readonly call: Call;
  /** Undefined where none came that can be read. */
  readonly answer: UpstreamAnswer | undefined;
  readonly faults: readonly FaultDescription[];
  /** Milliseconds that the upstream took. */
  readonly ms: number;
}

export interface Recorder {
  add(exchange: Exchange): void;
  close(): void;
  /** Closes the recording and takes its file away, where nothing came of it. */
  discard(): void;
}

type WriteTo = (descriptor: number, bytes: Buffer, offset: number) => number;

/** Bytes of a recording: what an issue takes. */
const usualLimit = 10 * 1024 * 1024;
/** Bytes of an answer whose body is read. */
const mostBodyBytes = 4 * 1024 * 1024;

const about =
  'Values are redacted: texts and numbers are shapes of the same length (X and x for letters, 9 for digits), IDs are pseudonyms, secrets are ***. Names, types, the words of the contract and error codes are as they were.';

/**
 * @param limit bytes of the file, but for the line that says that it has ended
 * @param writeTo gives how many of the bytes it wrote
 * @throws {TypeError} where the file exists, or cannot be made
 */
export function openRecorder(
  file: string,
  contract: Contract,
  secrets: Secrets,
  limit = usualLimit,
  writeTo: WriteTo = writeSync,
): Recorder {
  const descriptor = open(file);
  const redaction = createRedaction(contract, secrets);
  const began = performance.now();
  let left = limit;
  /** Bytes of whole lines. */
  let size = 0;
  let isOpen = true;

  function close(): void {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  }

  /** A disk that is full has taken a part of the line. */
  function cutTo(bytes: number): void {
    try {
      ftruncateSync(descriptor, bytes);
    } catch {
      // What is told is the first error.
    }
  }

  function write(value: unknown): void {
    if (!isOpen) return;
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      if (bytes.length > left) {
        writeTo(descriptor, Buffer.from(`${JSON.stringify({ end: `A recording has at most ${limit} bytes.` })}\n`), 0);
        close();
        return;
      }
      left -= bytes.length;
      for (let written = 0; written < bytes.length; ) written += writeTo(descriptor, bytes, written);
      size += bytes.length;
    } catch (error) {
      cutTo(size);
      close();
      const { code = 'an unknown error' } = error as NodeJS.ErrnoException;
      process.emitWarning(`The recording ${file} ends, since it cannot be written: ${code}.`);
    }
  }

  const version = (contract.document as { readonly info?: { readonly version?: string } }).info?.version;
  write({ recording: '@roma-fdi/mock', format: 1, contract: version, about });
  return {
    add: (exchange) => write({ at: Math.round(performance.now() - began), ...redacted(exchange, redaction) }),
    close,
    discard: () => {
      close();
      rmSync(file, { force: true });
    },
  };
}

function redacted({ call, answer, faults, ms }: Exchange, redaction: Redaction): object {
  const { operation, pathParameters, query, headers, body } = call;
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_all, name: string) =>
    redaction.id(pathParameters[name] ?? ''),
  );
  return {
    operationId: operation.operationId,
    method: operation.method,
    path,
    query: redaction.parameters(query),
    request: { headers: redaction.headers(headers), ...(body !== undefined && { body: redaction.body(body) }) },
    answer: answer && {
      status: answer.status,
      ms: Math.round(ms),
      headers: redaction.headers(answer.headers),
      ...bodyOf(answer, redaction),
    },
    ...(faults.length > 0 && {
      violations: faults.slice(0, 20).map(({ place, expected }) => ({ where: redaction.place(place), expected })),
    }),
  };
}

function bodyOf({ bytes }: UpstreamAnswer, redaction: Redaction): object {
  if (bytes.length === 0) return {};
  if (bytes.length > mostBodyBytes) return { bytes: bytes.length };
  try {
    return { body: redaction.body(JSON.parse(bytes.toString())) };
  } catch {
    return { bytes: bytes.length, text: shapeOfText(bytes.toString('utf8', 0, 1_000)) };
  }
}

function open(file: string): number {
  try {
    // Never over another file, and for its owner alone.
    return openSync(file, 'wx', 0o600);
  } catch (cause) {
    const { code = 'an unknown error' } = cause as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'it exists: choose another name' : code;
    throw new TypeError(`The recording ${file} cannot be made: ${why}.`, { cause });
  }
}
