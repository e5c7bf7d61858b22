/** One thread that maps, as its caller sees it: what it is told, what it answers, and every way in which it can end. */

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Batch, Question } from './messages.ts';

/** Beside this file, as source or as built. */
const file = new URL(`./thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

export interface MapThreadOptions {
  readonly signal: AbortSignal | undefined;
  /** Called with the share of the matcher's own work; what it throws ends the thread. */
  readonly onDone: (done: number) => void;
  /** The most memory for what the thread holds, in MB. */
  readonly maxMemoryMb: number;
}

export interface MapThread {
  /** @throws what ended the thread, where it has ended */
  send(question: Question): void;
  /** Sends a question and waits for its answer; undefined where there is none left. Rejects with what ended the thread. */
  ask(question: Question): Promise<Batch | undefined>;
  /** Ends the thread, whatever it is doing, and waits until it is gone. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (batch: Batch | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

export function startThread({ signal, onDone, maxMemoryMb }: MapThreadOptions): MapThread {
  const worker = new Worker(file, {
    name: 'automap',
    // It imports nothing but its neighbours; flags of its caller, such as those of `node --input-type`, could stop it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  });
  let failure: { readonly reason: unknown } | undefined;
  let waiting: Waiting | undefined;

  const fail = (reason: unknown): void => {
    failure ??= { reason };
    waiting?.reject(failure.reason);
    void worker.terminate();
  };
  const abort = (): void => fail(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  worker.on('message', (answer: Answer) => {
    if ('done' in answer) {
      try {
        if (!failure) onDone(answer.done);
      } catch (error) {
        fail(error);
      }
    } else waiting?.resolve('end' in answer ? undefined : answer);
  });
  worker.once('messageerror', fail);
  worker.once('error', (error) => fail(explained(error, maxMemoryMb)));
  worker.once('exit', () => {
    signal?.removeEventListener('abort', abort);
    fail(new Error('The thread that maps the catalogs ended before it had answered.'));
  });

  const send = (question: Question): void => {
    if (failure) throw failure.reason;
    worker.postMessage(question);
  };
  return {
    send,
    ask(question) {
      const answered = new Promise<Batch | undefined>((resolve, reject) => {
        waiting = { resolve, reject };
        send(question);
      });
      // The thread may fail while its caller is busy with the batch before; he asks for the outcome later.
      answered.catch(() => {});
      return answered;
    },
    async end() {
      await worker.terminate();
    },
  };
}

function explained(error: unknown, maxMemoryMb: number): unknown {
  if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new Error(
    `Mapping these catalogs takes more than ${maxMemoryMb} MB of memory: map fewer tables at once, or raise \`maxMemoryMb\`.`,
    { cause: error },
  );
}
