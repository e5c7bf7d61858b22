/** The seam at which a call can be watched; without a watcher it costs nothing. */
import type { Reply } from './exchange.ts';
import type { Outcome } from './repeated.ts';

/** Watches one call. */
export interface Watch {
  /** Before a request is sent. */
  sent(): void;
  /** When its whole answer is there, whatever its status. */
  answered(reply: Pick<Reply, 'status' | 'headers' | 'sent'>): void;
  /** When an attempt has failed, with or without a request. */
  failed(error: unknown): void;
  /** Before a wait of these milliseconds. */
  retry(wait: number, failed: Outcome): void;
  /** When the call ends; undefined where it succeeds. */
  outcome(error: unknown): void;
}
