import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mock, startMock, story } from '../src/index.ts';
import { type ProbeTarget, probes, runProbe } from './probes.ts';

const TOKEN = 'token-of-the-probes';
const ORIGIN = 'https://listed.example';
const REQUEST = story.request<{ source_datasource_id: string; target_datasource_id: string }>(
  'installMultiTasks',
  'auto-mapping',
);

let mock: Mock;
let hasty: Mock;

beforeAll(async () => {
  mock = await startMock({ token: TOKEN, origins: [ORIGIN] });
  hasty = await startMock({ token: TOKEN, requestTimeout: 500 });
});
afterAll(() => Promise.all([mock.close(), hasty.close()]));

function targetOf({ port }: Mock): ProbeTarget {
  const { source_datasource_id: source, target_datasource_id: target } = REQUEST;
  return {
    host: '127.0.0.1',
    port,
    token: TOKEN,
    project: 'project',
    instance: 'instance',
    source,
    target,
    origin: ORIGIN,
  };
}

describe('the mock answers', () => {
  it.for(probes)('$name', (probe) => runProbe(targetOf(probe.slow ? hasty : mock), probe));
});

it('the table has sixty rows or more, each with a name of its own', () => {
  expect(probes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(probes.map(({ name }) => name)).size).toBe(probes.length);
});

it('a probe that expects something else fails', async () => {
  const [first] = probes;
  const other = { ...first!, expect: { failure: 'TaskNotFound' as const } };
  await expect(runProbe(targetOf(mock), other)).rejects.toThrow();
});
