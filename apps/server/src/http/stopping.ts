/** Lets a server end in order: what is under way is answered, what comes now is refused, and no connection is kept. */
import { Failure } from '@roma-fdi/contract';
import type { FastifyInstance } from 'fastify';

export function endInOrder(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
    // For connections whose answer is being sent just now: their headers have said that they are kept.
    app.server.keepAliveTimeout = 1;
  });
  app.addHook('onRequest', async () => {
    if (stopping) throw new Failure('Unavailable');
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}
