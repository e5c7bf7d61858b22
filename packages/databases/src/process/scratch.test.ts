import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { newScratch, sweepScratch } from './scratch.ts';

/** A temporary folder of this test's own. */
function ownTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-sweep-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** The name that another process gives to its folder, which it leaves behind. */
function leftByAnother(): string {
  const program = `import { newScratch } from '${new URL('./scratch.ts', import.meta.url)}'; console.log(newScratch());`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stdout.trim();
}

test('what a killed process left is removed, with what is in it', async () => {
  const folder = ownTemporaryFolder();
  const left = leftByAnother();
  mkdirSync(left);
  writeFileSync(join(left, 'copy'), 'of a database');
  await sweepScratch();
  expect(readdirSync(folder)).toEqual([]);
});

test('a process that was given the number of a dead one keeps nothing of it', async () => {
  const folder = ownTemporaryFolder();
  mkdirSync(
    newScratch()
      .replace(/-\d+-/, `-${process.pid}-`)
      .replace(/(-\d+)-\d+-/, '$1-1-'),
  );
  expect(readdirSync(folder)).toHaveLength(1);
  await sweepScratch();
  expect(readdirSync(folder)).toEqual([]);
});

test('what a living process has, and what is no folder of a reading, stays', async () => {
  const folder = ownTemporaryFolder();
  const own = newScratch();
  mkdirSync(own);
  const left = leftByAnother();
  symlinkSync(own, left);
  writeFileSync(`${left}-file`, 'somebody else wrote this');
  mkdirSync(join(folder, 'roma-fdi-catalog-of-somebody'));
  mkdirSync(join(folder, 'another'));
  const before = readdirSync(folder);
  await sweepScratch();
  expect(readdirSync(folder)).toEqual(before);
  expect(before).toContain(basename(own));
  expect(readFileSync(`${left}-file`, 'utf8')).toContain('somebody');
});

test('a temporary folder that is not there is no failure', async () => {
  vi.stubEnv('TMPDIR', '/no/such/folder');
  onTestFinished(() => void vi.unstubAllEnvs());
  await sweepScratch();
});
