/** The caller's side of the store's thread: a call becomes a message, its answer settles the promise. */
import type { Worker } from 'node:worker_threads';
import type { CallName, Store, StoreCalls } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { type Answer, type Backup, type Call, type Request, toError } from './messages.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: StoreError): void;
}

/**
 * Resolves when the thread has opened its database, and has named its calls.
 * When the thread dies, every waiting call and every later one rejects with kind `unavailable`; the process goes on.
 * @param now gives the time of each call
 */
export function connect(worker: Worker, now: () => number): Promise<Store> {
  const waiting = new Map<number, Waiting>();
  const { promise: lost, resolve: lose } = Promise.withResolvers<StoreError>();
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let calls = 0;
  let end: StoreError | undefined;

  const send = (message: Request) => worker.postMessage(message);
  const ask = (message: Call | Backup): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (end) return reject(end);
      send(message);
      waiting.set(message.call, { resolve, reject });
    });
  const call = (name: CallName, input: unknown) => ask({ call: calls++, name, input, now: now() });
  const backup = () => ask({ call: calls++, backup: true }) as Promise<string>;
  const close = (): Promise<void> => {
    if (!end) {
      end = new StoreError('closed', 'The store has been closed.');
      send('close');
    }
    return gone;
  };
  const refuseAll = (error: StoreError) => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('ready' in answer) {
        // The names and the types come from one record, on the two sides of the thread.
        const named = answer.ready.map((name) => [name, (input: unknown) => call(name, input)]);
        return resolve({ ...(Object.fromEntries(named) as StoreCalls), copy: answer.copy, lost, backup, close });
      }
      if ('unopened' in answer) return reject(toError(answer.unopened));
      if ('lost' in answer) {
        const error = toError(answer.lost);
        refuseAll(error);
        return lose(error);
      }
      const caller = waiting.get(answer.call);
      waiting.delete(answer.call);
      if ('failure' in answer) caller?.reject(toError(answer.failure));
      else caller?.resolve(answer.result);
    });
    const died = (cause: unknown) => {
      const error = new StoreError('unavailable', 'The store has stopped working: restart the server.', { cause });
      refuseAll(error);
      reject(error);
    };
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`The store's thread ended with exit code ${code}.`)));
  });
}
