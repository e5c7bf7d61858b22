/** The `fetch` of a mock beside the global one, over the wire to the same mock: what they do with a request, and how they fail. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock, story } from '../src/index.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
  return () => mock.close();
});
afterEach(() => mock.reset());

const sent = { 'X-Auth-Token': 'a', 'Content-Type': 'application/json' };
const post = (body: RequestInit['body'], init: RequestInit = {}): RequestInit =>
  ({ method: 'POST', headers: sent, body, duplex: 'half', ...init }) as RequestInit;
const streamOf = (start: (controller: ReadableStreamDefaultController) => void) => new ReadableStream({ start });
const url = (path = story.path('installMultiTasks')) => mock.url + path;

/** What came of a call, in words that both use. */
async function outcome(how: typeof fetch, input: string | URL | Request, init?: RequestInit): Promise<unknown> {
  try {
    const response = await how(input, init);
    return [response.status, response.url, (await response.text()).length];
  } catch (error) {
    const { name, message, cause } = error as Error;
    return [name, message, cause instanceof Error ? cause.message : undefined];
  }
}

test.for<[string, () => [string | URL | Request, RequestInit?]]>([
  ['a request', () => [new Request(url(), post('{}'))]],
  ['a URL with a fragment', () => [new URL(`${url(story.path('showTask'))}#here`), { headers: sent }]],
  ['a stream as body', () => [url(), post(new Blob(['{}']).stream())]],
  ['a stream that fails', () => [url(), post(streamOf((controller) => controller.error(new Error('mine'))))]],
  [
    'a stream that never ends, and a caller that waits no longer',
    () => [
      url(),
      post(
        streamOf(() => {}),
        { signal: AbortSignal.timeout(50) },
      ),
    ],
  ],
  ['a signal that is aborted', () => [url(), post('{}', { signal: AbortSignal.abort(new Error('mine')) })]],
  ['a path alone', () => [story.path('listTasks'), { headers: sent }]],
  ['another scheme', () => ['ftp://mock.invalid/', { headers: sent }]],
  ['a redirect that is an error', () => [url(story.path('listTasks')), { headers: sent, redirect: 'error' }]],
  ['a redirect by hand', () => [url(story.path('listTasks')), { headers: sent, redirect: 'manual' }]],
])('%s has the same end', async ([, given]) => {
  const ends: unknown[] = [];
  for (const how of [fetch, mock.fetch]) {
    mock.on('listTasks').always({ status: 302, headers: { location: '/elsewhere' }, breaksContract: true });
    ends.push(await outcome(how, ...given()));
  }
  expect(ends[1]).toEqual(ends[0]);
});
