/** The peer of the start: a Fastify that sends back what it gets, and nothing else. */
import Fastify from 'fastify';

const app = Fastify();
app.post('/', async (request) => request.body);
process.stdout.write(`Listening on ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
