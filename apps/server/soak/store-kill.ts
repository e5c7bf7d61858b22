// Kills a server's store under load, round after round, and shows that nothing acknowledged was lost; then tries to open it
// a second time. `--help` tells the options.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { type Expected, killRound } from '../test/store-kill.ts';
import { refuseSecondOpeners } from '../test/store-second-opener.ts';

const command = createCommand(
  'npm run soak -- store-kill',
  'Writes tasks and mappings from another process, kills it (SIGKILL) at a random moment, opens the file again and compares.',
)
  .addOption(wholeNumber('--rounds <N>', 'how many kills', { default: 20, most: 999_999 }))
  .addOption(
    wholeNumber('--openers <N>', 'how many attempts of a second server to open the file in use', {
      default: 20,
      most: 999_999,
    }),
  );
const { rounds, openers } = readProcessArguments<{ readonly rounds: number; readonly openers: number }>(command);

const folder = await mkdtemp(join(tmpdir(), 'roma-fdi-soak-'));
try {
  const path = join(folder, 'store.db');
  const expected: Expected = new Map();
  const sum = { acknowledged: 0, unfinished: 0, kept: 0 };
  for (let round = 1; round <= rounds; round++) {
    const { acknowledged, unfinished, kept } = await killRound(path, expected);
    sum.acknowledged += acknowledged;
    sum.unfinished += unfinished;
    sum.kept += kept;
    console.log(
      `kill ${round}/${rounds}: ${acknowledged} acknowledged, ${unfinished} under way, ${kept} of these kept`,
    );
  }
  console.log(
    `${rounds} kills: ${sum.acknowledged} acknowledged changes of ${expected.size} tasks, 0 lost; ` +
      `${sum.unfinished} under way, ${sum.kept} kept whole, ${sum.unfinished - sum.kept} left no trace; 0 half tasks.`,
  );
  const { attempts, refused } = await refuseSecondOpeners(path, openers);
  console.log(`${refused} of ${attempts} second openers refused.`);
  if (refused < attempts) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
