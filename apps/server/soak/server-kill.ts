// Kills the server under load, round after round, and shows that nothing that it had acknowledged was lost. `--help` tells
// the options.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { endScene, killRound, prepareScene } from '../test/server-kill.ts';

const command = createCommand(
  'npm run soak -- server-kill',
  'Initialises tasks from eight callers over HTTP, kills the server (SIGKILL) at a random moment, starts it again on the same file and compares every task that was ever acknowledged.',
).addOption(wholeNumber('--rounds <N>', 'how many kills', { default: 20, most: 999_999 }));
const { rounds } = readProcessArguments<{ readonly rounds: number }>(command);

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
