/** Lets a server end in order and in time: what is under way is answered, what comes now is refused, and no connection is kept. */
import { Failure } from '@roma-fdi/contract';
import type { Connection } from '@roma-fdi/contract/http';
import type { FastifyInstance } from 'fastify';

/** In milliseconds: how long a caller may go on with a head that it has begun. */
const headTime = 2000;

/**
 * @param drain milliseconds after which what is still open is cut off
 * @returns tells how many answers have been cut off
 */
export function endInOrder(app: FastifyInstance, connections: Iterable<Connection>, drain: number): () => number {
  let stopping = false;
  let cut = 0;

  function closeUnanswered(isOver: (connection: Connection) => boolean): void {
    for (const connection of connections) if (!connection.answer && isOver(connection)) connection.socket.destroy();
  }
  function closeAll(): void {
    for (const { socket, answer } of connections) {
      // Of a caller that has not sent its whole request nobody expects an answer.
      if (answer?.req.complete) cut++;
      socket.destroy();
    }
    if (cut > 0) app.log.warn({ answers: cut }, 'cut off');
  }
  app.addHook('preClose', async () => {
    stopping = true;
    closeUnanswered(({ hasBegun }) => !hasBegun);
    // Its head may have said that the connection is kept.
    for (const { socket, answer } of connections) answer?.once('close', () => socket.destroySoon());
    const timers = [setTimeout(closeUnanswered, Math.min(headTime, drain), () => true), setTimeout(closeAll, drain)];
    app.server.once('close', () => {
      for (const timer of timers) clearTimeout(timer);
    });
  });
  app.addHook('onRequest', async () => {
    if (stopping) throw new Failure('Unavailable');
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
  return () => cut;
}
