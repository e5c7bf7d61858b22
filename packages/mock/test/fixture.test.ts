import { describe, expect } from 'vitest';
import { startGuard, story } from '../src/index.ts';
import { expectNoViolations, test } from '../src/vitest.ts';

const ownServer = test.extend<{ upstream: string }>({
  upstream: [async ({ mock }, use) => use(`${mock.url}/`), { scope: 'file' }],
});
const headers = { 'X-Auth-Token': 'any' };

describe('the fixtures', () => {
  test('the guard stands in front of the mock', async ({ guard, mock }) => {
    const before = mock.requests.length;
    const response = await fetch(guard.url + story.path('listDatasources'), { headers });
    expect(response.status).toBe(200);
    expect(mock.requests.length).toBe(before + 1);
  });

  test('a test that breaks the contract on purpose takes the violations', async ({ guard }) => {
    await fetch(`${guard.url}/nowhere`, { headers });
    expect(guard.takeViolations()).toMatchObject([{ direction: 'request', status: 404 }]);
  });

  test('a violation that is left makes the test fail, in one line each', async ({ mock }) => {
    const guard = await startGuard(mock);
    await fetch(`${guard.url}/nowhere`, { headers });
    expect(() => expectNoViolations(guard)).toThrow(/The contract was broken:\n {2}request GET \/nowhere 404: /);
    expect(() => expectNoViolations(guard)).not.toThrow();
    await guard.close();
  });
});

ownServer('the guard stands in front of a server of one’s own', async ({ guard }) => {
  expect((await fetch(guard.url + story.path('showTask'), { headers })).status).toBe(200);
});
