/** A running server as programs see that host it, and what they set besides its configuration. */
import type { Engine } from './runs/engine.ts';
import type { StoreError } from './store/store-error.ts';

export interface Server {
  readonly url: string;
  /** The token that callers send, where neither tokens nor keys were configured and one was made for this run. */
  readonly madeToken: string | undefined;
  /** Settles when the store's file was deleted, moved, replaced or changed by somebody else: no call is answered any more. */
  readonly lost: Promise<StoreError>;
  /**
   * Writes the whole store, as of now, into one file beside its own, in place of an earlier backup; what became of it stands in the log, too.
   * @returns where it lies
   * @throws {StoreError}
   */
  backup(): Promise<string>;
  /**
   * Answers what is under way for ten seconds at most, refuses the rest, and closes the store.
   * @param why stands in the log
   * @returns how many answers had to be cut off
   */
  close(why?: string): Promise<number>;
}

/** What tests and the demo set besides the configuration. */
export interface Overrides {
  /** Hold answers to the contract too. Default false. */
  readonly checkAnswers?: boolean;
  /** Milliseconds for a request to arrive; its headers get half of it. Default 20,000. */
  readonly arrival?: number;
  /** Milliseconds for what is under way when the server is closed. Default 10,000. */
  readonly drain?: number;
  /** Milliseconds after which callers must take their answers, at 32 KB a second. Default 20,000. */
  readonly grace?: number;
  /** Bytes of answers that may be under way in all. Default 64 MB. */
  readonly room?: number;
  /** What runs tasks. Default: nothing does. */
  readonly engine?: Engine;
}
