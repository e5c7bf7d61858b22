/** From a draft to a created task that runs, stops and goes, over HTTP; with no engine, and with one that only changes states. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { Engine } from '../src/runs/engine.ts';
import { type Served, serve } from './serve.ts';

const sql = 'create table orders (id integer primary key, total integer); create table extra (id integer);';
const types = { operation_types: ['INSERT', 'UPDATE'] };

/** Starts and stops whatever it is told to, but for what is named so. */
const states: Engine = {
  start: async ({ name }) => (name === 'never-starts' ? 'it will not.' : undefined),
  stop: async ({ name }) => (name === 'never-stops' ? 'it will not.' : undefined),
};

let bare: Served;
let running: Served;
beforeAll(async () => {
  [bare, running] = await Promise.all([serve(), serve({}, { engine: states })]);
});
afterAll(() => Promise.all([bare.end(), running.end()]));

const draft = async (server: Served, task_id: string) => server.succeed('installMultiTasks', { body: { task_id } });
const create = async (server: Served, task_id: string, facts: object = {}) =>
  server.succeed('createMultiTasks', { body: { task_name: task_id, task_id, ...types, ...facts } });
const at = (task_id: string) => ({ path: { task_id } });
const show = async (server: Served, id: string) => (await server.succeed('showTask', at(id))).task;
const batch = (server: Served, action_id: string, ...ids: string[]) =>
  server.succeed('batchStartOrStopTasks', { body: { action_id, list: ids.map((task_id) => ({ task_id })) } });

describe('a created task', () => {
  test('is listed and counted, which a draft is not', async () => {
    const server = await serve();
    await draft(server, 'still-a-draft');
    await draft(server, 'a-task');
    const facts = {
      task_type: 'REALTIME',
      description: 'd',
      task_tag: 'nightly',
      source_app_id: 'app',
      target_app_id: null,
    };
    expect(await create(server, 'a-task', facts)).toEqual({ task_id: 'a-task' });
    const { total, size, entities } = await server.succeed('listTasks');
    expect([total, size]).toEqual([1, 1]);
    expect(entities).toEqual([
      {
        task_id: 'a-task',
        task_name: 'a-task',
        task_type: 'REALTIME',
        status: 0,
        created_date: expect.any(Number),
        last_modified_time: expect.any(Number),
        execute_status: 'UNSTARTED',
        source_app_id: 'app',
        ext_type: 'cdc',
        task_tag: 'nightly',
      },
    ]);
    expect(await show(server, 'a-task')).toMatchObject({
      task_name: 'a-task',
      task_type: 'realtime',
      status: 'stop',
      description: 'd',
      task_tag: 'nightly',
    });
    expect((await server.succeed('countTasks')).cdc_task_details).toEqual({
      running_tasks_count: 0,
      abnormal_tasks_count: 0,
      terminated_tasks_count: 1,
      completed_tasks_count: 0,
    });
    expect(await server.succeed('listTasks', { query: { task_type: 'timing' } })).toMatchObject({ total: 0 });
    expect(await server.succeed('listTasks', { query: { offset: 999_999 } })).toEqual({
      total: 1,
      size: 0,
      entities: [],
    });
    await server.end();
  });

  test('may come from nothing, under an ID of its own or an assigned one', async () => {
    expect(await create(bare, 'from-nothing')).toEqual({ task_id: 'from-nothing' });
    const { task_id } = await bare.succeed('createMultiTasks', { body: { task_name: 'assigned', ...types } });
    expect(task_id).toMatch(/^[0-9a-f]{32}$/);
    expect(await show(bare, task_id)).toMatchObject({ task_name: 'assigned' });
  });

  test.each([
    ['TaskCreated', { task_name: 'other', task_id: 'taken' }],
    ['TaskNameTaken', { task_name: 'taken' }],
    ['TaskNameTaken', { task_name: 'taken', task_id: 'a-new-one' }],
    ['InvalidValue', { task_name: 'scheduled', task_type: 'TIMING' }],
  ] as const)('is refused as %s: %j', async (name, body) => {
    await create(bare, 'taken').catch(() => {});
    expect(await bare.refuse('createMultiTasks', { body: { ...types, ...body } })).toMatchObject({
      status: failures[name].status,
      error_code: failures[name].code,
      error_msg: expect.stringMatching(/^Invalid parameter \[task_(id|name|type)\]: /),
    });
    expect(await bare.refuse('showTask', at('a-new-one'))).toMatchObject({ status: 404 });
  });

  test('of one draft by many callers at once is created once', async () => {
    await draft(bare, 'raced');
    const names = Array.from({ length: 12 }, (_, index) => `raced-${index}`);
    const bodies = names.map((task_name) => ({ task_name, task_id: 'raced', ...types }));
    const answers = await Promise.all(bodies.map((body) => bare.send('createMultiTasks', { body })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(11).fill(400)]);
    const winner = names[answers.findIndex(({ status }) => status === 200)];
    expect(await show(bare, 'raced')).toMatchObject({ task_name: winner });
  });

  test('changes its description and label, keeps what is left out, and is reset', async () => {
    await create(bare, 'changing', { description: 'before', task_tag: 'label' });
    const update = (body: object) =>
      bare.succeed('updateMultiTasks', { ...at('changing'), body: { ...types, repulling_snapshot: true, ...body } });
    expect(await update({ description: '' })).toEqual({ task_id: 'changing' });
    expect(await show(bare, 'changing')).not.toHaveProperty('description');
    await update({ description: 'after', task_tag: null });
    expect(await show(bare, 'changing')).toMatchObject({ description: 'after', task_tag: 'label' });
    for (const body of [{}, { date_from: null }, { date_from: 1_630_052_714_000 }]) {
      expect(await bare.succeed('resetMultiTaskOffset', { ...at('changing'), body })).toEqual({
        message: 'Reset Success',
      });
    }
  });

  test.each(['updateMultiTasks', 'resetMultiTaskOffset'] as const)('%s needs a task that was created', async (id) => {
    const body = id === 'updateMultiTasks' ? { ...types, repulling_snapshot: false } : {};
    await draft(bare, 'not-created');
    expect(await bare.refuse(id, { ...at('not-created'), body })).toMatchObject({
      status: 400,
      error_msg: 'Invalid parameter [task_id]: the task is a draft; create it with createMultiTasks first.',
    });
    expect(await bare.refuse(id, { ...at('nowhere'), body })).toMatchObject({ status: 404 });
  });
});

describe('without an engine', () => {
  test('nothing starts, and nothing changes', async () => {
    await create(bare, 'idle');
    await draft(bare, 'idle-draft');
    const refused = { status: 400, error_code: failures.TaskStartFailed.code };
    expect(await bare.refuse('runTask', at('idle'))).toEqual({
      ...refused,
      error_msg: 'Failed to manually start the task: this server has no engine to run tasks.',
    });
    expect(await bare.refuse('runTask', at('idle-draft'))).toMatchObject({
      ...refused,
      error_msg: expect.stringContaining('it is a draft'),
    });
    expect(await bare.refuse('runTask', at('nowhere'))).toMatchObject({ status: 404 });
    expect(await bare.succeed('stopTask', at('idle'))).toEqual({ message: 'success' });
    expect(await batch(bare, 'start', 'idle', 'nowhere', 'idle', 'idle-draft')).toEqual({
      success_count: 0,
      failure_count: 3,
      success: [],
      failure: [
        {
          task_id: 'idle',
          task_name: 'idle',
          error_code: failures.TaskStartFailed.code,
          error_msg: 'Failed to manually start the task: this server has no engine to run tasks.',
        },
        { task_id: 'nowhere', error_code: failures.TasksNotFound.code, error_msg: failures.TasksNotFound.message },
        {
          task_id: 'idle-draft',
          error_code: failures.TaskStartFailed.code,
          error_msg: 'Failed to manually start the task: it is a draft; create it with createMultiTasks first.',
        },
      ],
    });
    expect(await show(bare, 'idle')).toMatchObject({ status: 'stop' });
  });
});

describe('with an engine', () => {
  test('a task starts once, is not changed or deleted while it runs, stops, and goes', async () => {
    await create(running, 'runs');
    expect((await running.send('runTask', at('runs'))).text).toBe('');
    expect(await show(running, 'runs')).toMatchObject({ status: 'running' });
    const busy = { status: 400, error_code: failures.TasksRunning.code };
    expect(await running.refuse('runTask', at('runs'))).toMatchObject(busy);
    expect(await running.refuse('deleteTask', at('runs'))).toMatchObject(busy);
    const body = { ...types, repulling_snapshot: false };
    expect(await running.refuse('updateMultiTasks', { ...at('runs'), body })).toMatchObject(busy);
    expect(await running.refuse('resetMultiTaskOffset', { ...at('runs'), body: {} })).toMatchObject(busy);
    expect(await running.succeed('listTasks', { query: { status: 1 } })).toMatchObject({
      entities: [{ task_id: 'runs', status: 1, execute_status: 'RUNNING' }],
    });
    await running.succeed('stopTask', at('runs'));
    await running.succeed('stopTask', at('runs'));
    expect(await show(running, 'runs')).toMatchObject({ status: 'stop' });
    await running.succeed('deleteTask', at('runs'));
    expect(await running.succeed('listTasks')).toMatchObject({ total: 0 });
  });

  test('a batch starts and stops what it can', async () => {
    for (const id of ['first', 'second', 'never-starts', 'never-stops']) await create(running, id);
    const outcome = async (action: string, ...ids: string[]) => {
      const { success, failure } = await batch(running, action, ...ids);
      return [success.map(({ task_name }) => task_name), failure.map(({ error_msg }) => error_msg)];
    };
    const all = ['first', 'second', 'never-starts', 'never-stops'];
    expect(await outcome('start', ...all)).toEqual([
      ['first', 'second', 'never-stops'],
      ['Failed to manually start the task: it will not.'],
    ]);
    expect(await outcome('start', 'first')).toEqual([[], [failures.TasksRunning.message]]);
    expect(await outcome('stop', ...all)).toEqual([
      ['first', 'second', 'never-starts'],
      ['Failed to manually stop the task: it will not.'],
    ]);
    expect(await running.refuse('stopTask', at('never-stops'))).toMatchObject({
      status: 400,
      error_code: failures.TaskStopFailed.code,
    });
  });

  test('what changes while a task runs waits for its next start', async (context) => {
    takesLong(context);
    const ids = { source: await running.register('s', sql), target: await running.register('t', sql) };
    const pair = { source_datasource_id: ids.source, target_datasource_id: ids.target };
    await running.succeed('installMultiTasks', { body: { task_id: 'mapped', ...pair, auto_mapping: true } });
    await create(running, 'mapped');
    const statuses = async () => {
      const { mappings = [] } = await running.succeed('listMultiTaskMappings', at('mapped'));
      return mappings.map(({ source_table, status }) => `${source_table} ${status}`);
    };
    expect(await statuses()).toEqual(['main.extra AUTO', 'main.orders AUTO']);
    await running.succeed('runTask', at('mapped'));
    expect(await statuses()).toEqual(['main.extra USING', 'main.orders USING']);
    const { mappings: [first] = [] } = await running.succeed('listMultiTaskMappings', at('mapped'));
    await running.succeed('deleteMultiTaskMapping', { path: { task_id: 'mapped', mapping_id: first!.id! } });
    expect(await statuses()).toEqual(['main.extra DELETE', 'main.orders USING']);
    await running.succeed('stopTask', at('mapped'));
    await running.succeed('runTask', at('mapped'));
    await running.succeed('installMultiTasks', { body: { task_id: 'mapped', ...pair, auto_mapping: true } });
    expect(await statuses()).toEqual(['main.orders USING']);
  });
});
