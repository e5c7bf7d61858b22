/** The caller's side of the store's thread: a call becomes a message, its answer settles the promise. */
import type { Worker } from 'node:worker_threads';
import type { CallInput, CallName, CallResult } from '../calls.ts';
import { StoreError } from '../store-error.ts';
import { type Answer, type Request, toError } from './messages.ts';

export interface StoreClient {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>>;
  /** Asks the thread to end after the calls that it has. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: StoreError): void;
}

/**
 * Resolves when the thread has opened its database.
 * When the thread dies, every waiting call and every later one rejects with kind `unavailable`; the process goes on.
 */
export function connect(worker: Worker): Promise<StoreClient> {
  const waiting = new Map<number, Waiting>();
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let calls = 0;
  let end: StoreError | undefined;

  const send = (message: Request) => worker.postMessage(message);
  const client: StoreClient = {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (end) return reject(end);
        const call = calls++;
        waiting.set(call, { resolve: resolve as Waiting['resolve'], reject });
        send({ call, name, input });
      }),
    close: () => {
      if (!end) send('close');
      return gone;
    },
  };
  const finish = (error: StoreError) => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if (answer === 'ready') return resolve(client);
      if (answer === 'closed') return finish(new StoreError('closed', 'The store has been closed.'));
      if ('unopened' in answer) return reject(toError(answer.unopened));
      const caller = waiting.get(answer.call);
      waiting.delete(answer.call);
      if ('failure' in answer) caller?.reject(toError(answer.failure));
      else caller?.resolve(answer.result);
    });
    const died = (cause: unknown) => {
      finish(new StoreError('unavailable', 'The store has stopped working: restart the server.', { cause }));
      reject(end);
    };
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`The store's thread ended with exit code ${code}.`)));
  });
}
