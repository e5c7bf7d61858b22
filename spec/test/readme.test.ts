import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readmeBlocks } from '../../test/readme-blocks.ts';

const folder = new URL('..', import.meta.url);
const blocks = readmeBlocks(new URL('README.md', folder));

const program = blocks.take('js', 'openapi.json');

test('the bundle is imported as it is shown', () => {
  const text = `${program}\nconsole.log(contract.openapi);`;
  const args = ['--input-type=module', '--eval', text];
  expect(execFileSync(process.execPath, args, { cwd: fileURLToPath(folder), encoding: 'utf8' })).toBe('3.1.0\n');
});

const layout = blocks.take('', 'paths/');

test('the layout names every file and folder, and nothing that is not there', () => {
  const named = layout.split('\n').flatMap((line) => line.slice(0, 40).match(/^[\w.-]+\/?|(?<= )[\w-]+\/(?= )/g) ?? []);
  expect(named.filter((path) => !existsSync(new URL(path, folder)))).toEqual([]);
  // What every package has needs no word here, nor has what is built.
  const usual = new Set(['README.md', 'package.json', 'tsconfig.json', 'node_modules', 'dist', '.turbo']);
  const there = readdirSync(folder).filter((name) => !usual.has(name));
  expect(there.filter((name) => !named.includes(name) && !named.includes(`${name}/`))).toEqual([]);
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
