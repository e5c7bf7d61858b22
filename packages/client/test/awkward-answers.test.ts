/** The table of awkward answers, which every runtime is held to, and that it would find what is wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { awkwardAnswers, findings } from '../bench/runtimes/awkward-answers.mjs';
import { startAwkwardServer } from '../bench/runtimes/awkward-server.mjs';
import { createFdiClient, type FdiClientOptions } from '../src/index.ts';

let server: Awaited<ReturnType<typeof startAwkwardServer>>;
beforeAll(async () => {
  server = await startAwkwardServer();
});
afterAll(() => server?.close());

test('none of eighteen answers gives a wrong value, an error without its status, or the token', async () => {
  expect(awkwardAnswers).toHaveLength(18);
  expect(await findings(createFdiClient, server.address)).toEqual([]);
});

/** As one writes it by hand. */
function careless({ baseUrl, credentials }: FdiClientOptions) {
  const ask = async (path: string) => {
    const answer = await fetch(`${baseUrl}${path}`, { headers: { 'X-Auth-Token': String(credentials) } });
    const text = await answer.text();
    if (answer.status >= 500) throw new Error(text);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    compositeTasks: { init: () => ask('/init') },
    tasks: { delete: (id: string) => ask(`/tasks/${id}`).catch(() => Promise.reject({ path: `/tasks/${id}` })) },
  };
}

test('a careless client is found out', async () => {
  const found = await findings(careless, server.address);
  const about = (words: string) => found.filter((one) => one.startsWith(`${words}: `)).join('\n');
  expect(about('an empty 200 with its length')).toContain('a wrong value: nothing');
  expect(about('a number beyond 2^53')).toContain('a wrong value: [{"task_id":"awkward"');
  expect(about('a page with status 200')).toContain('status is undefined and not 200');
  expect(about('an empty 500 in chunks')).toContain('status is undefined and not 500');
  expect(about('a redirect to another host')).toContain('it was followed, with the token');
  expect(about('a token with a line break')).toContain('the error holds it');
  expect(about('the promised answer in chunks')).toBe('');
});
