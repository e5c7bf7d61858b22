import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serve } from './serve.ts';

/** A process that is gone, by its number and its beginning, as a reading names its folder. */
function nameOfGone(): string {
  const program =
    "const s = fs.readFileSync('/proc/self/stat', 'latin1'); console.log(process.pid, s.replace(/^.*\\) /s, '').split(' ')[19])";
  const [pid, start] = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout.trim().split(' ');
  return `roma-fdi-catalog-${pid}-${start}-0b9b7a3e`;
}

test('a server that starts removes the copies that a killed one left, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-left-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const left = join(folder, nameOfGone());
  const other = join(folder, 'of-somebody-else');
  for (const path of [left, other]) {
    mkdirSync(path);
    writeFileSync(join(path, 'copy'), basename(path));
  }
  const server = await serve();
  onTestFinished(() => server.end());
  await expect.poll(() => existsSync(left)).toBe(false);
  expect(existsSync(join(other, 'copy'))).toBe(true);
});
