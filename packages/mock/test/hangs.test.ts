/** Whatever is sent, and whatever fault is asked for, every request is over in time: answered, or its connection ended. */
import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { faultPreferences } from '../src/faults/preferred-fault.ts';
import { type Mock, startMock, story } from '../src/index.ts';
import { storyRequests } from './story-requests.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ chaos: { rate: 0.2, seed: 'hangs' }, stubTimeout: 200, requestTimeout: 2_000 });
  const answers = [() => new Promise<never>(() => {}), () => 'draft', () => Promise.reject(new Error('a'))] as const;
  let calls = 0;
  mock
    .on('showTask')
    .when(({ headers }) => headers['x-stub'] !== undefined)
    .always(() => (answers[calls++ % answers.length] ?? answers[1])() as 'draft');
});
afterAll(() => mock.close());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const text = fc.string({ maxLength: 40, unit: 'binary-ascii' }).map((value) => value.replace(/[^\x20-\x7e]/g, ''));
const preference = fc.tuple(
  fc.constantFrom('code', 'example', 'dynamic', 'seed', ...faultPreferences),
  fc.oneof(fc.constantFrom('0', '5', '40', '404', '502', '504', 'before', 'during', 'after', 'true', 'draft'), text),
);
const known = storyRequests().map(({ operation, target, body }) => ({
  method: operation.method,
  path: target,
  body: typeof body === 'string' ? body : '',
}));
const sent: fc.Arbitrary<Sent> = fc
  .record({
    base: fc.oneof(
      fc.constantFrom(...known),
      fc.record({
        method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
        path: fc.oneof(
          fc.constant(story.path('showTask')),
          text.map((value) => `/${encodeURI(value)}`),
        ),
        body: fc.oneof(fc.constant(''), fc.json(), text),
      }),
    ),
    preferences: fc.array(preference, { maxLength: 3 }),
    inQuery: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom('X-Stub', 'Expect', 'Content-Type', 'X-Odd', 'Connection'), text, {
      maxKeys: 2,
    }),
  })
  .map(({ base, preferences, inQuery, extra }) => {
    const query = new URLSearchParams(preferences.map(([name, value]): [string, string] => [`__${name}`, value]));
    const mark = base.path.includes('?') ? '&' : '?';
    const prefer = preferences.map(([name, value]) => `${name}=${value}`).join(', ');
    return {
      method: base.method,
      path: inQuery && preferences.length > 0 ? `${base.path}${mark}${query}` : base.path,
      headers: {
        'X-Auth-Token': 'any',
        ...(base.body !== '' && {
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(base.body)),
        }),
        ...extra,
        ...(!inQuery && prefer !== '' && { Prefer: prefer }),
      },
      body: base.body,
    };
  });

/** Milliseconds: what the longest fault that is asked for lasts, many times over. */
const deadline = 20_000;

/** How it ended; undefined where it had not by the deadline. */
function outcomeOf({ method, path, headers, body }: Sent): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
      outgoing.destroy();
    }, deadline);
    const end = (outcome: string) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const outgoing = request({ host: '127.0.0.1', port: mock.port, agent: false, method, path, headers });
    outgoing.on('error', () => end('broken'));
    outgoing.on('response', (incoming) => {
      incoming
        .resume()
        .on('end', () => end(String(incoming.statusCode)))
        .on('error', () => end('broken'));
    });
    outgoing.on('upgrade', (_incoming, socket) => socket.destroy());
    outgoing.end(body);
  });
}

async function send(count: number): Promise<ReadonlyMap<string, number>> {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 50, maxLength: 50 }), async (requests) => {
      const found = await Promise.all(requests.map(outcomeOf));
      for (const outcome of found) outcomes.set(String(outcome), (outcomes.get(String(outcome)) ?? 0) + 1);
      expect(found.indexOf(undefined), JSON.stringify(requests[found.indexOf(undefined)])).toBe(-1);
    }),
    { numRuns: count / 50 },
  );
  return outcomes;
}

test('no request hangs', async () => {
  const outcomes = await send(200);
  expect(outcomes.size).toBeGreaterThan(3);
});

test('none of ten thousand requests hangs', async (context) => {
  takesLong(context);
  const outcomes = await send(10_000);
  expect([...outcomes.values()].reduce((sum, one) => sum + one, 0)).toBe(10_000);
  // Good and bad ones were among them, and faults.
  for (const outcome of ['200', '400', '404', '429', '502', '504', 'broken'])
    expect([...outcomes.keys()]).toContain(outcome);
}, 600_000);
