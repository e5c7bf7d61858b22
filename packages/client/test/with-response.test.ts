/** What a call says beside its value, and that its promise is one like any other. */
import { expect, test } from 'vitest';
import { isApiError } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

const counts = {};
const answered = () => json(counts, 200, { 'X-Request-Id': 'r1', 'X-Own': 'own' });

test('a success has status, headers and request id too', async () => {
  const { fdi, asked } = stubClient([answered()]);
  const { data, status, headers, requestId } = await fdi.tasks.count().withResponse();
  expect([data, status, headers.get('x-own'), requestId]).toEqual([counts, 200, 'own', 'r1']);
  expect(asked).toHaveLength(1);
});

test('an answer without a body has them as well, and without a request id none', async () => {
  const { fdi } = stubClient([new Response(null, { status: 204 })]);
  expect(await fdi.tasks.delete('task').withResponse()).toMatchObject({ data: undefined, status: 204 });
  expect((await fdi.tasks.delete('task').withResponse()).requestId).toBeUndefined();
});

test('the answer after retries is the last one', async () => {
  const { fdi } = stubClient([json({}, 503, { 'Retry-After': '0' }), answered()], { maxRetries: 1 });
  expect((await fdi.tasks.count().withResponse()).status).toBe(200);
});

test('however it is asked it is one request and one value', async () => {
  const { fdi, asked } = stubClient([answered()]);
  const call = fdi.tasks.count();
  expect(call).toBeInstanceOf(Promise);
  const [plain, whole, again] = await Promise.all([call, call.withResponse(), call.withResponse()]);
  expect(await call.then((value) => value)).toBe(plain);
  expect(await call.finally(() => {})).toBe(plain);
  expect([whole.data, again.data]).toEqual([plain, plain]);
  expect(asked).toHaveLength(1);
});

test('a failure is thrown as by the promise itself, and nobody is left unheard', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  try {
    const { fdi } = stubClient([json({}, 404)]);
    const call = fdi.tasks.show('task');
    const error = await failure(call.withResponse());
    expect(isApiError(error)).toBe(true);
    expect(await call.catch((reason: unknown) => reason)).toBe(error);
    await failure(fdi.tasks.show('task').withResponse());
    await new Promise(setImmediate);
    expect(unheard).toEqual([]);
    // The control: a promise that nobody awaits is reported as usual.
    void fdi.tasks.show('task');
    await expect.poll(() => unheard.length).toBe(1);
  } finally {
    process.off('unhandledRejection', hear);
  }
});
