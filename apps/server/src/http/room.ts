/** Bounds the bytes of answers that are under way in the whole process, since callers decide how long they are. */
import type { ServerResponse } from 'node:http';
import { Failure } from '@roma-fdi/contract';

/** Answers up to this size always pass, those of a few wide rows among them: the socket's own buffers take most of one. */
const small = 128 * 1024;

/** What an answer that is written piece by piece takes at most: its rows, their text, and what its socket holds. */
export const bytesOfPieces = 2 ** 20;

export interface Room {
  /** Refuses a page before anybody works for it. @throws {Failure} `Unavailable` */
  expectPage(): void;
  /**
   * Takes room for the answer until it is closed.
   * @throws {Failure} `Unavailable` where there is none
   */
  take(bytes: number, answer: ServerResponse): void;
  /**
   * The same for what has been done and cannot be refused any more: waits for room.
   * @throws {Failure} `InternalError`, which promises nothing, when the signal aborts
   */
  waitFor(bytes: number, answer: ServerResponse, signal: AbortSignal): Promise<void>;
}

export function createRoom(most: number): Room {
  let taken = 0;
  const waiting = new Set<() => void>();

  const fits = (bytes: number): boolean => bytes <= small || taken === 0 || taken + bytes <= most;
  function begin(bytes: number, answer: ServerResponse): void {
    // Nobody would give the room back.
    if (answer.destroyed) return;
    taken += bytes;
    answer.once('close', () => {
      taken -= bytes;
      for (const look of waiting) look();
    });
  }
  function check(bytes: number): void {
    if (fits(bytes)) return;
    const why = 'Too many large answers are being read at this moment. Try again in a moment.';
    // What a caller has sent ahead would be refused as well, hundreds of times.
    throw new Failure('Unavailable', why, { headers: { connection: 'close' } });
  }
  return {
    expectPage: () => check(bytesOfPieces),
    take(bytes, answer) {
      check(bytes);
      begin(bytes, answer);
    },
    async waitFor(bytes, answer, signal) {
      while (!fits(bytes)) await change(signal);
      begin(bytes, answer);
    },
  };

  function change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        waiting.delete(end);
        signal.removeEventListener('abort', end);
        if (signal.aborted)
          reject(
            new Failure('InternalError', 'The request was carried out, but its answer is too large at this moment.'),
          );
        else resolve();
      };
      waiting.add(end);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    });
  }
}
