// Kills the server under load, round after round, and shows that nothing that it had acknowledged was lost. `--help` tells
// the options.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endScene, killRound, prepareScene } from '../test/server-kill.ts';

const help = `Usage: npm run soak -- server-kill [--rounds N]

Initialises tasks from eight callers over HTTP, kills the server (SIGKILL) at a random moment, starts it again on the same
file and compares every task that was ever acknowledged.

  --rounds N   how many kills (default 20)
`;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (!/^\d{1,6}$/.test(values.rounds)) {
  console.error(`--rounds is a whole number, not "${values.rounds}".`);
  process.exit(2);
}
const rounds = Number(values.rounds);

const folder = await mkdtemp(join(tmpdir(), 'roma-fdi-soak-'));
try {
  const scene = await prepareScene(folder);
  const sum = { acknowledged: 0, unanswered: 0, kept: 0 };
  for (let round = 1; round <= rounds; round++) {
    const { acknowledged, unanswered, kept } = await killRound(scene);
    sum.acknowledged += acknowledged;
    sum.unanswered += unanswered;
    sum.kept += kept;
    console.log(
      `kill ${round}/${rounds}: ${acknowledged} tasks acknowledged, ${unanswered} under way, ${kept} of these kept`,
    );
  }
  await endScene(scene);
  console.log(
    `${rounds} kills: ${sum.acknowledged} acknowledged tasks, 0 lost; ${sum.unanswered} under way, ${sum.kept} kept whole, ` +
      `${sum.unanswered - sum.kept} left no trace; 0 half tasks.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
