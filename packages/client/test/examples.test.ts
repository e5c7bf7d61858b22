/** The examples, which the README shows, run against the contract's mock. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mock, startMock, story } from '@roma-fdi/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { type Span, type Tracer, tracing } from '../examples/tracing.ts';
import worker from '../examples/worker.ts';
import type { MultiTaskInitElement, TaskResponseV2 } from '../src/index.ts';
import { failure, filled, json, stubClient } from './stub-transport.ts';

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

test("the demo's example asks for its data sources, and prints the mappings of the story", async (context) => {
  takesLong(context);
  expect(await run('demo.ts', 'a-token', mock.url)).toBe(lines?.join(''));
});

test('doubtful mappings are made exact, or removed where nothing of them is left', async () => {
  const { task_id = '', mappings = [] } = element ?? {};
  const before = mock.requests.length;
  const printed = await run('correct-mappings.ts', task_id, '101');
  const corrections = mock.requests.slice(before).filter(({ method }) => method !== 'GET');
  expect(printed.trim().split('\n')).toHaveLength(mappings.length);
  expect(corrections.map(({ method, status }) => `${method} ${status}`)).toEqual(
    printed
      .trim()
      .split('\n')
      .map((line) => (line.endsWith(': 0 columns') ? 'DELETE 200' : 'PUT 200')),
  );
});

test('the nightly job starts what bears its label', async (context) => {
  takesLong(context);
  const before = mock.requests.length;
  expect(await run('nightly-job.ts')).toBe('1 of 1 tasks started\n');
  const [listed, started] = mock.requests.slice(before);
  expect(listed?.url).toMatch(/\?task_tag=nightly-copy&status=0&/);
  expect(started?.body).toEqual(story.request('batchStartOrStopTasks', 'start'));
});

test('the worker answers with the doubtful mappings, and with the reason where there are none', async () => {
  const env = {
    FDI_URL: mock.url,
    FDI_PROJECT: task.project_id ?? '',
    FDI_INSTANCE: element?.source_instance_id ?? '',
    FDI_TOKEN: 'a-token',
  };
  const ask = (id = '') => worker.fetch(new Request(`https://worker.test/${id}`), env);
  const doubtful = element?.mappings?.filter(({ mapping_percent = 0 }) => mapping_percent < 90) ?? [];
  const answer = await ask(element?.task_id);
  expect([answer.status, await answer.json()]).toEqual([200, doubtful]);
  expect((await ask('f'.repeat(32))).status).toBe(404);
});

test('a span of each call has one of each request below it', async () => {
  const spans: object[] = [];
  const tracer: Tracer<string, Span> = {
    startSpan(name, { attributes }, parent) {
      const span = { name, parent, ...attributes, ended: false, failed: false };
      spans.push(span);
      return {
        setAttributes: (more) => Object.assign(span, more),
        setStatus: () => Object.assign(span, { failed: true }),
        end: () => void Object.assign(span, { ended: true }),
      };
    },
  };
  const busy = json({}, 503, { 'Retry-After': '0', 'X-Request-Id': 'r1' });
  const { fdi } = stubClient([busy, json({}, 404)], { ...tracing(tracer, () => 'the call'), maxRetries: 1 });
  await failure(fdi.tasks.show('task'));
  const common = { 'http.request.method': 'GET', 'url.path': filled('showTask', 'task'), ended: true };
  expect(spans).toEqual([
    {
      ...common,
      name: 'showTask',
      parent: undefined,
      failed: true,
      'error.type': 'ApiError',
      'http.response.status_code': 404,
    },
    {
      ...common,
      name: 'showTask 1',
      parent: 'the call',
      failed: false,
      'http.request.resend_count': 0,
      'http.response.status_code': 503,
      'http.response.header.x-request-id': 'r1',
    },
    {
      ...common,
      name: 'showTask 2',
      parent: 'the call',
      failed: false,
      'http.request.resend_count': 1,
      'http.response.status_code': 404,
    },
  ]);
});

test('a failure is recognised by its name', async () => {
  expect(await run('errors.ts')).toBe('it is gone already\n');
});
