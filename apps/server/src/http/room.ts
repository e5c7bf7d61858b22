/** Bounds the bytes of answers that are under way in the whole process, since callers decide how long they are. */
import type { ServerResponse } from 'node:http';
import { Failure } from '@roma-fdi/contract';

/** Answers up to this size always pass, those of a few wide rows among them: the socket's own buffers take most of one. */
const small = 128 * 1024;

export interface Room {
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
  return {
    take(bytes, answer) {
      if (!fits(bytes))
        throw new Failure(
          'Unavailable',
          'Too many large answers are being read at this moment. Try again in a moment.',
        );
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
