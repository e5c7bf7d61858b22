/** The examples, which the README shows, run against the contract's mock. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Mock, startMock, story } from '@roma-fdi/mock';
import { timeouts } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MultiTaskInitElement, TaskResponseV2 } from '../src/index.ts';

const folder = new URL('../examples/', import.meta.url);
const [element] = story.answer<MultiTaskInitElement[]>('installMultiTasks', 'auto-mapping').body;
const { task } = story.answer<TaskResponseV2>('showTask', 'draft').body;

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterAll(() => mock?.close());

async function run(name: string, ...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    FDI_URL: mock.url,
    FDI_PROJECT: task.project_id,
    FDI_INSTANCE: element?.source_instance_id,
    FDI_TOKEN: 'a-token',
    FDI_SOURCE: element?.source_datasource_id,
    FDI_TARGET: element?.target_datasource_id,
  };
  const args = ['--conditions=@roma-fdi/source', new URL(name, folder).pathname, ...words];
  return (await promisify(execFile)(process.execPath, args, { env })).stdout;
}

const lines = element?.mappings?.map((one) => `${one.source_table} -> ${one.target_table} ${one.mapping_percent} %\n`);

test('the first task prints the mappings of the story', async () => {
  expect(await run('first-task.ts')).toBe(lines?.join(''));
});

test("the demo's example asks for its data sources, and prints the mappings of the story", async () => {
  expect(await run('demo.ts', 'a-token', mock.url)).toBe(lines?.join(''));
});

test('a failure is recognised by its name', async () => {
  expect(await run('errors.ts')).toBe('it is gone already\n');
});

test('readmes and docstring state the deadlines of the contract', async () => {
  const { installMultiTasks: long, ...others } = timeouts;
  const usual = others.showTask;
  expect(new Set(Object.values(others))).toEqual(new Set([usual]));
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const words = [long, usual].map((milliseconds) => milliseconds.toLocaleString('en'));
  expect(readme).toContain(`${words[0]} for \`init\` and \`raw\`, ${words[1]} for the rest`);
  const projects = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(projects).toContain(`\`timeout\` (${long / 1000} s for \`init\`, ${usual / 1000} s else)`);
  const options = await readFile(new URL('../src/options.ts', import.meta.url), 'utf8');
  expect(options).toContain(`@default ${long} for \`compositeTasks.init\` and the raw client, ${usual} for the rest`);
});
