import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mock, startMock, story } from '../src/index.ts';
import { type ProbeTarget, probes, runProbe } from './probes.ts';

const token = 'token-of-the-probes';
const origin = 'https://listed.example';
const request = story.request<{ source_datasource_id: string; target_datasource_id: string }>(
  'installMultiTasks',
  'auto-mapping',
);

let mock: Mock;
let hasty: Mock;

beforeAll(async () => {
  mock = await startMock({ token: token, origins: [origin] });
  hasty = await startMock({ token: token, requestTimeout: 500 });
});
afterAll(() => Promise.all([mock.close(), hasty.close()]));

function targetOf({ port }: Mock): ProbeTarget {
  const { source_datasource_id: source, target_datasource_id: target } = request;
  return {
    host: '127.0.0.1',
    port,
    token: token,
    project: 'project',
    instance: 'instance',
    source,
    target,
    origin: origin,
  };
}

describe('the mock answers', () => {
  test.for(probes)('$name', (probe) => runProbe(targetOf(probe.slow ? hasty : mock), probe));
});

test('the table has sixty rows or more, each with a name of its own', () => {
  expect(probes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length);
});

test('a probe that expects something else fails', async () => {
  const [first] = probes;
  const other = { ...first!, expect: { failure: 'TaskNotFound' as const } };
  await expect(runProbe(targetOf(mock), other)).rejects.toThrow();
});
