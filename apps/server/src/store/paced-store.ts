/** The store as operations call it: a few calls at once, a bounded number that wait, and none begun for a caller that has gone. */
import { createTurns, type Turns } from '../pace/turns.ts';
import type { CallInput, CallName, CallResult, Store } from './store.ts';
import { StoreError } from './store-error.ts';

export type PacedStore = {
  /**
   * @throws the signal's reason when it aborts before anything was changed
   * @throws {StoreError} `unanswered` when it aborts while something is changed, `busy` where too many calls wait
   */
  readonly [Name in CallName]: (input: CallInput<Name>, signal: AbortSignal) => Promise<CallResult<Name>>;
};

/** Enough for the thread to find the next call there when it has done one. */
const smallAtOnce = 16;
/** Pages take the thread for some milliseconds each: other calls go between them. */
const pagesAtOnce = 2;
const [smallWaiting, pagesWaiting] = [1000, 200];
/** Rows of a list from which it is a page. */
export const rowsOfPage = 50;

const changes: ReadonlySet<CallName> = new Set([
  'createDataSource',
  'updateDataSource',
  'deleteDataSource',
  'initTask',
  'createTask',
  'updateTask',
  'resetTask',
  'setExecuteStatus',
  'deleteTask',
  'createMapping',
  'updateMapping',
  'deleteMapping',
  'applyDecisions',
]);

export function pacedStore(store: Store): PacedStore {
  const busy = (): StoreError => new StoreError('busy', 'Too many calls wait for the store.');
  const small = createTurns(smallAtOnce, smallWaiting, busy);
  const pages = createTurns(pagesAtOnce, pagesWaiting, busy);
  const { copy: _copy, lost: _lost, close: _close, ...calls } = store;
  const paced = Object.entries(calls as Record<CallName, Call>).map(([name, call]) => {
    const changesSomething = changes.has(name as CallName);
    return [name, (input: object, signal: AbortSignal) => pace(call, input, signal, changesSomething)];
  });
  return Object.fromEntries(paced) as PacedStore;

  function pace(call: Call, input: object, signal: AbortSignal, changesSomething: boolean): Promise<unknown> {
    let isBegun = false;
    const begin = (): Promise<unknown> => {
      isBegun = true;
      return call(input);
    };
    return new Promise((resolve, reject) => {
      const leave = (): void =>
        reject(
          isBegun && changesSomething
            ? new StoreError('unanswered', 'The store did not answer in time.', { cause: signal.reason })
            : signal.reason,
        );
      signal.addEventListener('abort', leave, { once: true });
      lane(input)
        .take(begin, signal)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }

  function lane({ limit = 0, ids }: { readonly limit?: number; readonly ids?: readonly string[] }): Turns {
    return ids || limit >= rowsOfPage ? pages : small;
  }
}

type Call = (input: object) => Promise<unknown>;
