/** Closes the connection of a caller that does not take its answer, which would be held for it. */
import type { ServerResponse } from 'node:http';

export interface Pace {
  /** Milliseconds in which a caller must take something, and after which its speed counts. */
  readonly grace: number;
  /** Bytes that it must take in a second, on average. */
  readonly bytesPerSecond: number;
}

/** Call it when the answer begins. */
export function closeUnlessTaken(answer: ServerResponse, { grace, bytesPerSecond }: Pace): void {
  const { socket } = answer;
  if (!socket) return;
  const taken = (): number => socket.bytesWritten - socket.writableLength - before;
  const [begin, before] = [performance.now(), socket.bytesWritten];
  let last = { bytes: 0, time: begin };
  let timer = setTimeout(look, grace);
  answer.once('close', () => clearTimeout(timer));

  function look(): void {
    const now = performance.now();
    const bytes = taken();
    if (bytes !== last.bytes) last = { bytes, time: now };
    const slow = begin + grace + (bytes / bytesPerSecond) * 1000;
    const left = Math.min(slow, last.time + grace) - now;
    // What was taken since the last look counts from this one, so that nobody is closed too early.
    if (left <= 0) socket?.destroy();
    else timer = setTimeout(look, Math.min(left, grace / 4) + 1);
  }
}
