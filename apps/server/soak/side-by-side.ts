// Sends generated requests and bytes to the mock and to a server, and holds their answers to the contract and to each other.
// `--help` tells the options.
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { sendBytesSideBySide, sendSideBySide } from '../test/side-by-side/run.ts';
import { startSides } from '../test/side-by-side/sides.ts';

const mostSeed = 2 ** 31 - 1;
const command = createCommand(
  'npm run soak -- side-by-side',
  `Sends generated requests to the mock and to a server, each operation with each fault that it can have, and twice as many bytes that
are hardly a request. Fails at the first that has no answer, or one that breaks the contract, or of which the two say different
things although the contract alone decides it; the command that repeats it stands behind it.`,
)
  .addOption(wholeNumber('--requests <N>', 'how many requests', { default: 50_000, most: 999_999_999 }))
  .addOption(wholeNumber('--seed <N>', 'which requests', { default: Date.now() % mostSeed, most: mostSeed }));
const { requests, seed } = readProcessArguments<{ readonly requests: number; readonly seed: number }>(command);
const atOnce = 5_000;
const sides = await startSides();
try {
  const lanes = await Promise.all(['one', 'two', 'three'].map((name) => sides.lane(name)));
  const before = process.memoryUsage().rss;
  for (let done = 0; done < requests; done += atOnce) {
    const count = Math.min(atOnce, requests - done);
    await sendSideBySide(lanes, count, seed + done);
    await sendBytesSideBySide(sides, 2 * count);
    console.log(`${done + count} of ${requests} requests answered alike, of the seed ${seed}`);
  }
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  console.log(
    `${requests} requests and ${2 * requests} bytes of any kind, 0 wrong answers; all together grew by ${grown} MB.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await sides.end();
}
