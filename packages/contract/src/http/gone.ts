/** Tells when a caller has gone, so that nobody works for an answer that nobody reads. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Aborts when the caller hangs up before the answer is sent.
 *
 * @param pause milliseconds between two questions to a caller that closed its side; what is answered sooner needs none
 */
export function gone({ socket, httpVersion }: IncomingMessage, answer: ServerResponse, pause = 500): AbortSignal {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A caller that closed its side may still listen. One that is not there any more meets a word with a reset, on which the
  // next word fails.
  const ask = (): void => {
    timer = setInterval(() => {
      if (!answer.headersSent && httpVersion === '1.1') answer.writeProcessing();
    }, pause);
  };
  if (socket.readableEnded) ask();
  else socket.once('end', ask);
  answer.once('close', () => {
    clearInterval(timer);
    socket.off('end', ask);
    if (!answer.writableEnded) controller.abort();
  });
  return controller.signal;
}
