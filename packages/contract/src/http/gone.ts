/**
 * Tells when a caller has gone, so that nobody works for an answer that nobody reads. A caller that closed its side may still
 * listen. One that is not there any more meets a word with a reset, on which the next word fails.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

export interface GoneOptions {
  /**
   * Milliseconds between two questions to a caller that closed its side, or is not read from since it has sent requests ahead; what is
   * answered sooner needs none. Default: 500.
   */
  readonly pause?: number;
  /** What aborts, where something else aborts it as well. */
  readonly controller?: AbortController;
}

/** Aborts when the caller hangs up before the answer is sent. */
export function gone(
  { socket, httpVersion }: IncomingMessage,
  answer: ServerResponse,
  { pause = 500, controller = new AbortController() }: GoneOptions = {},
): AbortSignal {
  const asking = setInterval(() => {
    const isUnheard = socket.readableEnded || socket.isPaused();
    if (isUnheard && !answer.headersSent && httpVersion === '1.1') answer.writeProcessing();
  }, pause);
  answer.once('close', () => {
    clearInterval(asking);
    if (!answer.writableEnded) controller.abort();
  });
  return controller.signal;
}

/** Whether the caller has gone. One that has closed its side is asked first, which takes twice the pause. */
export async function hasGone(
  { socket, httpVersion }: IncomingMessage,
  answer: ServerResponse,
  pause: number,
): Promise<boolean> {
  const canBeAsked = socket.readableEnded && httpVersion === '1.1';
  for (let question = 0; canBeAsked && question < 2 && !socket.destroyed; question++) {
    answer.writeProcessing();
    await delay(pause);
  }
  return socket.destroyed;
}
