import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { takesLong } from '../../../test/programs.ts';
import { story } from '../src/index.ts';
import { start } from './process.ts';

const prism = fileURLToPath(new URL('../node_modules/.bin/prism', import.meta.url));
const bundle = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml'));

test('the bundle runs under the stock prism mock, which refuses a wrong body', async (context) => {
  takesLong(context);
  const process = start(prism, ['mock', bundle, '-p', String(await freePort())], { NODE_ENV: 'test' });
  try {
    const [, url] = await process.says(/listening on (http:\/\/[\w.]+:\d+)/i);
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
  } finally {
    process.kill();
    await process.ended;
  }
});
