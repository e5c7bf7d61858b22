import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { story } from '../src/index.ts';
import { start } from './process.ts';

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

test('the bundle answers as the sources do: what fits by its example, what does not with 400', async () => {
  const mock = start('node', [bin, '--port', '0']);
  try {
    const [url = ''] = await mock.says(/http:\/\/127\.0\.0\.1:\d+/);
    const post = (body: unknown) =>
      fetch(url + story.path('installMultiTasks'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'any' },
        body: JSON.stringify(body),
      });
    const right = await post(story.request('installMultiTasks', 'auto-mapping'));
    expect(await right.json()).toEqual(story.answer('installMultiTasks', 'auto-mapping').body);
    expect((await post({ auto_mapping: 'true' })).status).toBe(400);
  } finally {
    mock.kill();
    await mock.ended;
  }
});
