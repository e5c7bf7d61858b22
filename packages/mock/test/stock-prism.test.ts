import { fileURLToPath } from 'node:url';
import { readContract } from '@roma-fdi/contract';
import { expect, test } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { takesLong } from '../../../test/programs.ts';
import { story } from '../src/index.ts';
import { start } from './process.ts';
import { requestInit, storyRequests } from './story-requests.ts';

const prism = fileURLToPath(new URL('../node_modules/.bin/prism', import.meta.url));
const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml'));

test('the bundle runs under the stock prism mock, which refuses a wrong body', async (context) => {
  takesLong(context);
  await withStockPrism(async (url) => {
    const post = (body: unknown) =>
      fetch(url + story.path('installMultiTasks'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'any' },
        body: JSON.stringify(body),
      });
    expect((await post({ auto_mapping: 'true' })).status).toBe(400);
    const right = await post(story.request('installMultiTasks', 'auto-mapping'));
    expect(right.status).toBe(200);
    expect(await right.json()).toEqual(story.answer('installMultiTasks', 'auto-mapping').body);
  });
});

test('the stock prism mock answers every documented status of every operation with its first example', async (context) => {
  takesLong(context);
  await withStockPrism(async (url) => {
    const { operations } = readContract();
    const requests = storyRequests();
    const faults: string[] = [];
    let asked = 0;
    for (const operation of operations) {
      const request = requests.find((one) => one.operation.operationId === operation.operationId)!;
      const init = requestInit(request, 'any');
      for (const [status, { examples }] of operation.answers) {
        const headers = { ...init.headers, Prefer: `code=${status}` };
        const response = await fetch(url + request.target, { ...init, headers });
        const text = await response.text();
        const expected = [...examples.values()][0];
        const isRight =
          response.status === status && (text === '' ? undefined : text) === (expected && JSON.stringify(expected));
        if (!isRight) faults.push(`${operation.operationId} ${status}: ${response.status} ${text.slice(0, 200)}`);
        asked++;
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(12 * operations.length - operations.length);
  });
});

/** Gives the address of a stock Prism that serves the bundle, and ends it. */
async function withStockPrism(use: (url: string) => Promise<void>): Promise<void> {
  const process = start(prism, ['mock', bundle, '-p', String(await freePort())], { NODE_ENV: 'test' });
  try {
    const [, url] = await process.says(/listening on (http:\/\/[\w.]+:\d+)/i);
    await use(url!);
  } finally {
    process.kill();
    await process.ended;
  }
}
