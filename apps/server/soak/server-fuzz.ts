// Sends the server any requests, bytes that are hardly HTTP among them, and holds every answer to the contract's shape.
// `--help` tells the options.
import { parseArgs } from 'node:util';
import { fuzz } from '../test/fuzz.ts';
import { serve } from '../test/serve.ts';

const help = `Usage: npm run soak -- server-fuzz [--requests N]

  --requests N  how many requests (default 100000)
`;

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (!/^\d{1,9}$/.test(values.requests)) {
  console.error(`--requests is a whole number, not "${values.requests}".`);
  process.exit(2);
}

const requests = Number(values.requests);
const atOnce = 5_000;
const server = await serve();
try {
  const before = process.memoryUsage().rss;
  for (let done = 0; done < requests; done += atOnce) {
    await fuzz(server.port, Math.min(atOnce, requests - done));
    console.log(`${Math.min(done + atOnce, requests)} of ${requests} requests answered as they should be`);
  }
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  console.log(`${requests} requests, 0 wrong answers; server and sender together grew by ${grown} MB.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server.end();
}
