import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runShell } from '../../../test/run-shell.ts';
import { makeShop } from './shop.ts';

const file = new URL('../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
const blocks = readmeBlocks(file);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-readme-'));
  makeShop(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const command = blocks.take('sh', '--explain');

test('the command explains a column in the words that follow it', async () => {
  const [answer = ''] = (await runShell(command, folder)).split('\n');
  expect(answer).toMatch(/^customers\.newsletter → /);
  expect(readme.replaceAll(/\s+/g, ' ')).toContain(`answers \`\`${answer}\`\``);
});

const decisions = blocks.take('json', '"refused"');

test('the decisions hold', async (context) => {
  takesLong(context);
  writeFileSync(join(folder, 'decisions.json'), decisions);
  const command = 'npm run --silent automap -- shop.db warehouse.db --json --decisions decisions.json';
  const { mappings } = JSON.parse(await runShell(command, folder)) as {
    mappings: { source_table: string; target_table: string; confidence: number }[];
  };
  const { fixed, refused } = JSON.parse(decisions);
  const pair = (target: string, source: string) =>
    mappings.filter((one) => one.source_table === `main.${source}` && one.target_table === `main.${target}`);
  expect(pair(fixed[0].target, 'customers')).toMatchObject([{ confidence: 1 }]);
  expect(pair(refused[0].target, refused[0].source)).toEqual([]);
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
