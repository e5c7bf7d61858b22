/** An init whose task has an ID of the client's making. */
import { idPatterns } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isConnectionError, type MultiTaskInitBody } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const lost = () => Promise.reject(Object.assign(new Error('lost'), { code: 'ECONNRESET' }));

test.each<[string, MultiTaskInitBody | undefined]>([
  ['no body', undefined],
  ['none', { auto_mapping: true }],
  ['an empty one', { task_id: '' }],
])('where the body has no ID (%s) it gets one, and the call is sent again under that one', async (_, body) => {
  let requests = 0;
  const transport = () => (++requests < 3 ? lost() : Promise.resolve(json([{ task_id: 'made' }])));
  const { fdi, asked } = stubClient(transport, { idempotentInit: true, maxRetries: 2 });
  await fdi.compositeTasks.init(body);
  const bodies = asked.map((request) => JSON.parse(request.body ?? '{}') as MultiTaskInitBody);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies.map(({ task_id }) => task_id)).size).toBe(1);
  expect(bodies[0]).toEqual({ ...body, task_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(bodies[0]?.task_id).toMatch(new RegExp(idPatterns.task_id));
  await fdi.compositeTasks.init(body);
  expect(asked.at(-1)?.body).not.toBe(asked[0]?.body);
});

test('an ID of the caller stays', async () => {
  const { fdi, asked } = stubClient([json([])], { idempotentInit: true });
  await fdi.compositeTasks.init({ task_id: 'mine' });
  expect(asked[0]?.body).toBe('{"task_id":"mine"}');
});

test('without the option an init without an ID is sent once', async () => {
  const { fdi, asked } = stubClient(lost, { maxRetries: 2 });
  expect(isConnectionError(await failure(fdi.compositeTasks.init()))).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toHaveProperty('body');
});
