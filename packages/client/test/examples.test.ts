/** The examples, which the README shows, run against the contract's mock. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mock, startMock, story } from '@roma-fdi/mock';
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
