import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { connect } from './client.ts';

/** A thread that is ready at once and does `code` on every `request`. */
const onRequest = (code: string) =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     const kept = [];
     parentPort.on('message', (request) => { ${code} });
     parentPort.postMessage({ ready: ['findTask'] });`,
    { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 20 } },
  );

const connected = (worker: Worker) => connect(worker, () => 0);

describe("the client of the store's thread", () => {
  it('gives each caller its own answer, in whatever order they come', async () => {
    const client = await connected(
      onRequest(`
        if (request === 'close') return parentPort.close();
        kept.unshift({ call: request.call, result: request.input.id });
        if (kept.length === 3) for (const answer of kept) parentPort.postMessage(answer);
      `),
    );
    const query = (id: string) => ({ project: 'p', instance: 'i', id });
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => client.findTask(query(id))));
    expect(answers).toEqual(['a', 'b', 'c']);
    await client.close();
  });

  it.each([
    ['throws', `throw new Error('broken')`, 'broken'],
    ['exits', 'process.exit(3)', 'exit code 3'],
    ['runs out of memory', 'let all = []; for (;;) all.push(new Array(1e6).fill(all.length));', 'memory'],
  ])('rejects waiting and later calls when the thread %s, and the process goes on', async (_, code, cause) => {
    const client = await connected(onRequest(code));
    const gone = {
      kind: 'unavailable',
      message: 'The store has stopped working: restart the server.',
      cause: expect.objectContaining({ message: expect.stringContaining(cause) }),
    };
    const task = { project: 'p', instance: 'i', id: 't' };
    const waiting = [client.findTask(task), client.findTask(task)];
    for (const call of waiting) await expect(call).rejects.toMatchObject(gone);
    await expect(client.findTask(task)).rejects.toMatchObject(gone);
    await client.close();
  });

  it('tells where the thread has made a copy of the database', async () => {
    const source = `require('node:worker_threads').parentPort.postMessage({ ready: [], copy: 'store.db.schema-1' });`;
    const { copy } = await connected(new Worker(source, { eval: true, execArgv: [] }));
    expect(copy).toBe('store.db.schema-1');
  });

  it('tells why the database was not opened', async () => {
    const failure = `{ kind: 'in-use', message: 'In use.', cause: new Error('locked') }`;
    const source = `require('node:worker_threads').parentPort.postMessage({ unopened: ${failure} });`;
    const refused = connected(new Worker(source, { eval: true, execArgv: [] }));
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', kind: 'in-use', message: 'In use.' });
  });

  it('does not wait for a thread that ends before it is ready', async () => {
    const refused = connected(new Worker('', { eval: true, execArgv: [] }));
    await expect(refused).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
