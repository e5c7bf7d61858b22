// Sends the server any requests, bytes that are hardly HTTP among them, and holds every answer to the contract's shape.
// `--help` tells the options.
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { fuzz } from '../test/fuzz.ts';
import { serve } from '../test/serve.ts';

const command = createCommand(
  'npm run soak -- server-fuzz',
  "Sends the server any requests, bytes that are hardly HTTP among them, and holds every answer to the contract's shape.",
).addOption(wholeNumber('--requests <N>', 'how many requests', { default: 100_000, most: 999_999_999 }));
const { requests } = readProcessArguments<{ readonly requests: number }>(command);
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
