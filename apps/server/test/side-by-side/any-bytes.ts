/** Bytes of every kind: some that are hardly HTTP, HTTP that is hardly a request, and requests that nearly fit the contract. */
import { routes } from '@roma-fdi/types';
import fc from 'fast-check';
import { token } from './good-requests.ts';

const headerNames = [
  'Content-Length',
  'Transfer-Encoding',
  'Content-Type',
  'Content-Encoding',
  'Expect',
  'Connection',
  'Upgrade',
  'Host',
  'Origin',
  'X-Auth-Token',
  'Authorization',
  'X-Request-Id',
];
const headerValues = [
  '0',
  '2',
  '70000',
  'chunked',
  'gzip',
  'application/json',
  'text/plain',
  '100-continue',
  'close',
  'websocket',
  'null',
  '*',
];

/** Characters of one byte each, control characters among them. */
const bytes = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 255 }), { maxLength }).map((codes) => String.fromCharCode(...codes));

const anyHeader = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...headerNames) }, { weight: 1, arbitrary: bytes(20) }),
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...headerValues) }, { weight: 1, arbitrary: bytes(50) }),
);

/** Mostly the first. */
const usually = <T>(arbitrary: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: seldom });

const id = usually(
  fc.constant('known'),
  fc.oneof(fc.constantFrom('', '..', '%2e%2e', '%00', 'init', 'a'.repeat(65)), fc.webSegment()),
);
const noOperation = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'OPTIONS', 'HEAD', 'TRACE', 'get', 'PURGE'),
  path: fc.constantFrom(...Object.values(routes).map(({ path }) => path), '/', '/nowhere', '*'),
});
const anyTarget = fc
  .tuple(
    usually<{ method: string; path: string }>(fc.constantFrom(...Object.values(routes)), noOperation),
    fc.infiniteStream(id),
  )
  .map(([{ method, path }, ids]) => ({ method, path: path.replaceAll(/\{\w+\}/g, () => ids.next().value as string) }));
const parameter = fc.tuple(
  fc.constantFrom('limit', 'offset', 'name', 'datasource_type', 'sort_type', 'source_table', 'table_name', '__proto__'),
  fc.oneof(fc.constantFrom('0', '10', '-1', '1e3', 'SQLITE', 'DESC', '%', '%ff', '%00', ''), fc.webSegment()),
);
const anyQuery = fc.array(parameter, { maxLength: 3 }).map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));

const value = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    'known',
    'SQLITE',
    'POSTGRESQL',
    'x.db',
    '../x',
    '\u0000',
    '\ud800',
    0,
    -1,
    1e308,
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);
const names = [
  'task_id',
  'auto_mapping',
  'ext_info',
  'server_id',
  'source_datasource_id',
  'target_datasource_id',
  'datasource_name',
  'datasource_type',
  'app_id',
  'content',
  'database_name',
  '__proto__',
];
/** Close to what registers a data source. */
const registration = fc.record(
  {
    datasource_name: usually(fc.uuid(), value),
    datasource_type: usually(fc.constantFrom('SQLITE', 'POSTGRESQL'), value),
    app_id: usually(fc.constant('tests'), value),
    content: usually(fc.constant({ database_name: 'shop.db' }), value),
  },
  { requiredKeys: ['datasource_name', 'datasource_type', 'app_id'] },
);
const anyBody = fc.oneof(
  registration.map((body) => JSON.stringify(body)),
  fc
    .dictionary(fc.constantFrom(...names), fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)))
    .map((body) => JSON.stringify(body)),
  fc.json(),
  bytes(200),
);

/** The bytes of one request, or of what somebody takes for one. */
export const anyBytes: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        target: anyTarget,
        query: usually(fc.constant(''), anyQuery),
        headers: usually(fc.constant<[string, string][]>([]), fc.array(anyHeader, { maxLength: 3 })),
        body: anyBody,
        framed: usually(fc.constant(true), fc.constant(false)),
      })
      .map(({ target: { method, path }, query, headers, body, framed }) => {
        const content = Buffer.from(method === 'POST' || !framed ? body : '');
        const own = [
          ['Host', 'x'],
          ['X-Auth-Token', token],
          ...(framed && content.length > 0
            ? [
                ['Content-Type', 'application/json'],
                ['Content-Length', String(content.length)],
              ]
            : []),
        ];
        const lines = [...own, ...headers].map(([name, text]) => `${name}: ${text}`);
        const head = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
        return Buffer.concat([Buffer.from(head, 'latin1'), content]);
      }),
  },
  { weight: 1, arbitrary: bytes(300).map((text) => Buffer.from(text, 'latin1')) },
);
