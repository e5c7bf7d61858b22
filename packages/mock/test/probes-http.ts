/** Probes of HTTP itself, most of them byte for byte over a bare socket. */
import { failures } from '@roma-fdi/types';
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

const limit = 65_536;

/** A raw GET of the data sources, with lines of one's own in place of Host and token. */
function list(target: ProbeTarget, lines: string[], requestLine?: string): { raw: string[] } {
  const first = requestLine ?? `GET ${pathOf(target, 'listDatasources')} HTTP/1.1`;
  return { raw: [`${[first, ...lines].join('\r\n')}\r\n\r\n`] };
}

/** A raw init with framing of one's own; the parts are what follows the headers. */
function init(target: ProbeTarget, lines: string[], ...parts: (string | Buffer)[]): { raw: (string | Buffer)[] } {
  const head = [
    `POST ${pathOf(target, 'installMultiTasks')} HTTP/1.1`,
    ...common(target),
    'Content-Type: application/json',
    ...lines,
  ];
  return { raw: [`${head.join('\r\n')}\r\n\r\n`, ...parts] };
}

function common({ host, token }: ProbeTarget): string[] {
  return [`Host: ${host}`, `X-Auth-Token: ${token}`];
}

const token = (target: ProbeTarget) => `X-Auth-Token: ${target.token}`;
const chunk = (size: number) => `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`;

export const httpProbes: Probe[] = [
  {
    name: 'a request line that is none',
    send: () => ({ raw: ['GARBAGE\r\n\r\n'] }),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a request line without a version',
    send: (t) => list(t, [], `GET ${pathOf(t, 'listDatasources')}`),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a version that does not exist',
    send: (t) => list(t, common(t), `GET ${pathOf(t, 'listDatasources')} HTTP/9.9`),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a version that is not spoken here',
    send: (t) => list(t, common(t), `GET ${pathOf(t, 'listDatasources')} HTTP/2.0`),
    expect: { failure: 'BadRequest', says: 'version' },
  },
  {
    name: 'a fragment',
    send: (t) => list(t, common(t), `GET ${pathOf(t, 'listDatasources')}#?limit=1 HTTP/1.1`),
    expect: { failure: 'BadRequest', says: 'fragment', headers: { connection: 'close' } },
  },
  {
    name: 'an absolute request target without a host',
    send: (t) => list(t, common(t), `GET http://${pathOf(t, 'listDatasources')} HTTP/1.1`),
    expect: { failure: 'BadRequest', says: 'the path is malformed, by a percent escape perhaps' },
  },
  {
    name: 'an unknown method on an absolute request target',
    send: (t) => list(t, common(t), `PUT http://${t.host}${pathOf(t, 'listDatasources')} HTTP/1.1`),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'a method that HTTP does not know',
    send: (t) => list(t, common(t), `FETCH ${pathOf(t, 'listDatasources')} HTTP/1.1`),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'the first bytes of TLS',
    send: () => ({ raw: [Buffer.from('16030100a5010000a10303', 'hex')] }),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'the preface of HTTP/2',
    send: () => ({ raw: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'] }),
    expect: { failure: 'BadRequest' },
  },
  { name: 'no Host', send: (t) => list(t, [token(t)]), expect: { failure: 'BadRequest', says: 'Host' } },
  {
    name: 'two Hosts',
    send: (t) => list(t, ['Host: a', 'Host: b', token(t)]),
    expect: { failure: 'BadRequest', says: 'Host' },
  },
  {
    name: 'a space in a header name',
    send: (t) => list(t, [...common(t), 'X Y: 1']),
    expect: { failure: 'BadRequest' },
  },
  { name: 'a NUL in a header', send: (t) => list(t, [...common(t), 'X-Y: a\0b']), expect: { failure: 'BadRequest' } },
  {
    name: 'a header without a colon',
    send: (t) => list(t, [...common(t), 'nothing']),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'one header over the limit',
    send: (t) => list(t, [...common(t), `X-Y: ${'y'.repeat(limit)}`]),
    expect: { failure: 'HeadersTooLarge', says: failures.HeadersTooLarge.message },
  },
  {
    name: 'many headers over the limit',
    send: (t) => list(t, [...common(t), ...Array.from({ length: 40 }, (_, i) => `X-${i}: ${'y'.repeat(2_000)}`)]),
    expect: { failure: 'HeadersTooLarge', says: failures.HeadersTooLarge.message },
  },
  {
    name: 'a URL that is too long',
    send: (t) => list(t, common(t), `GET ${pathOf(t, 'listDatasources')}?x=${'y'.repeat(9_000)} HTTP/1.1`),
    expect: { failure: 'UriTooLong', says: 'too long' },
  },
  {
    name: 'two media types',
    send: (t) => init(t, ['Content-Length: 2', 'Content-Type: application/json'], '{}'),
    expect: { failure: 'UnsupportedMediaType', says: 'once' },
  },
  {
    name: 'an expectation that nobody meets',
    send: (t) => list(t, [...common(t), 'Expect: a-miracle']),
    expect: { failure: 'BadRequest', says: 'expectation' },
  },
  {
    name: 'a length that is no number',
    send: (t) => init(t, ['Content-Length: two'], '{}'),
    expect: { failure: 'BadRequest' },
  },
  { name: 'a negative length', send: (t) => init(t, ['Content-Length: -2'], '{}'), expect: { failure: 'BadRequest' } },
  {
    name: 'two lengths that differ',
    send: (t) => init(t, ['Content-Length: 2', 'Content-Length: 3'], '{} '),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a length and chunks',
    send: (t) => init(t, ['Content-Length: 2', 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a transfer encoding that nobody speaks',
    send: (t) => init(t, ['Transfer-Encoding: gzip'], '{}'),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a transfer encoding that nobody speaks, on an unknown path',
    send: (t) => list(t, [...common(t), 'Transfer-Encoding: gzip'], 'GET /nowhere HTTP/1.1'),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a transfer encoding that nobody speaks, with an unknown method',
    send: (t) => list(t, [...common(t), 'Transfer-Encoding: gzip'], `DELETE ${pathOf(t, 'listDatasources')} HTTP/1.1`),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'a chunk whose size is garbage',
    send: (t) => init(t, ['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n'),
    expect: { failure: 'BadRequest' },
  },
  {
    name: 'chunk extensions over the limit',
    send: (t) => init(t, ['Transfer-Encoding: chunked'], `2;${'x'.repeat(17_000)}\r\n{}\r\n0\r\n\r\n`),
    expect: { failure: 'BodyTooLarge', says: 'chunk extensions are longer than 16384 bytes' },
  },
  {
    name: 'a body over the limit, with a length',
    send: (t) => init(t, [`Content-Length: ${limit + 1}`], ' '.repeat(limit + 1)),
    expect: { failure: 'BodyTooLarge', says: String(limit) },
  },
  {
    name: 'a body far over the limit, with a length',
    send: (t) => init(t, ['Content-Length: 700000'], ' '.repeat(700_000)),
    expect: { failure: 'BodyTooLarge', says: String(limit) },
  },
  {
    name: 'a body over the limit, without a length',
    send: (t) => init(t, ['Transfer-Encoding: chunked'], chunk(40_000), chunk(40_000), '0\r\n\r\n'),
    expect: { failure: 'BodyTooLarge', says: String(limit) },
  },
  {
    name: 'a huge body that is announced and never sent',
    send: (t) => init(t, ['Content-Length: 1000000000']),
    expect: { failure: 'BodyTooLarge', says: String(limit) },
  },
  {
    name: 'a body at the limit',
    send: (t) => init(t, [`Content-Length: ${limit}`], `{}${' '.repeat(limit - 2)}`),
    expect: { status: 200 },
    changes: true,
  },
  {
    name: 'a body in chunks',
    send: (t) => init(t, ['Transfer-Encoding: chunked'], '1\r\n{\r\n', '1\r\n}\r\n0\r\n\r\n'),
    expect: { status: 200 },
    changes: true,
  },
  ...[
    ['without a type', []],
    ['of another type', ['Content-Type: text/plain']],
    ['with a content encoding', ['Content-Encoding: gzip']],
  ].flatMap(([how, headers]): Probe[] => {
    const send =
      (...parts: string[]): Probe['send'] =>
      (t) => ({
        raw: [
          `${[`POST ${pathOf(t, 'installMultiTasks')} HTTP/1.1`, ...common(t), ...(headers ?? []), 'Transfer-Encoding: chunked'].join('\r\n')}\r\n\r\n`,
          ...parts,
        ],
      });
    return [
      { name: `an empty body in chunks, ${how}`, send: send('0\r\n\r\n'), expect: { status: 200 }, changes: true },
      {
        name: `a body in chunks that is not empty, ${how}`,
        send: send('1\r\n{\r\n', '1\r\n}\r\n0\r\n\r\n'),
        expect: { failure: 'UnsupportedMediaType' },
      },
      {
        name: `a body in chunks over the limit, ${how}`,
        send: send(chunk(40_000), chunk(40_000), '0\r\n\r\n'),
        expect: { failure: 'UnsupportedMediaType' },
      },
    ];
  }),
  {
    name: 'a body after 100-continue',
    send: (t) => init(t, ['Expect: 100-continue', 'Content-Length: 2'], '{}'),
    expect: { status: 200 },
    changes: true,
  },
  {
    name: 'a body that is announced and never sent',
    send: (t) => init(t, ['Content-Length: 10']),
    expect: { failure: 'RequestTimeout', says: failures.RequestTimeout.message },
    slow: true,
  },
  {
    name: 'a body that stops half way',
    send: (t) => init(t, ['Content-Length: 10'], '{"ext'),
    expect: { failure: 'RequestTimeout', says: failures.RequestTimeout.message },
    slow: true,
  },
  {
    name: 'headers that never end',
    send: (t) => ({ raw: [`GET ${pathOf(t, 'listDatasources')} HTTP/1.1\r\nHost: a\r\n`] }),
    expect: { failure: 'RequestTimeout', says: failures.RequestTimeout.message },
    slow: true,
  },
  {
    name: 'CONNECT',
    send: () => ({ raw: ['CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n'] }),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'OPTIONS of the whole server',
    send: (t) => list(t, common(t), 'OPTIONS * HTTP/1.1'),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'an absolute request target',
    send: (t) => list(t, common(t), `GET http://${t.host}:${t.port}${pathOf(t, 'listDatasources')} HTTP/1.1`),
    expect: { status: 200 },
  },
];
