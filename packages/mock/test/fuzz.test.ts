/** Whatever a caller asks the mock for besides the contract; requests of any kind are sent to it and to the server side by side, in apps/server. */
import { readContract } from '@roma-fdi/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startGuard, startMock, story } from '../src/index.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const { operations } = readContract();
const names = fc.constantFrom('code', 'example', 'dynamic', 'seed', 'wait', '', '__proto__');
const values = fc.oneof(
  fc.constantFrom('200', '404', '503', '999', 'true', 'not-found', 'first-page', '"', '=', ''),
  fc.string({ maxLength: 20 }).filter((text) => /^[\x20-\x7e]*$/.test(text)),
);
const preferences = fc
  .array(fc.tuple(names, values), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join(', '));

test('whatever is preferred, the answer keeps the contract', async () => {
  const guard = await startGuard(mock);
  const gets = operations.filter(({ method, parameters }) => {
    return method === 'GET' && !parameters.some(({ in: place, required }) => place === 'query' && required);
  });
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...gets), preferences, async ({ operationId }, prefer) => {
      const headers = { 'X-Auth-Token': 'any', Prefer: prefer };
      const answer = await fetch(guard.url + story.path(operationId), { headers });
      await answer.arrayBuffer();
      statuses.add(answer.status);
      expect(guard.takeViolations()).toEqual([]);
    }),
  );
  expect(statuses.size).toBeGreaterThan(1);
  await guard.close();
});
