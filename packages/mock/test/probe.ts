/** What a probe is, and how one is run against any server of the contract: the mock, or the real one. */
import assert from 'node:assert/strict';
import { failureHeader, failures, routes } from '@roma-fdi/types';
import { exchange, type RawAnswer } from './raw-http.ts';

/** What the server under test was set up with. */
export interface ProbeTarget {
  host: string;
  port: number;
  /** The one token that is valid. */
  token: string;
  project: string;
  instance: string;
  /** IDs of two data sources that exist. */
  source: string;
  target: string;
  /** A web origin that browsers may call from. */
  origin: string;
}

export interface ProbeRequest {
  method: string;
  path: string;
  /** Besides Host and X-Auth-Token; undefined takes one of those away. */
  headers?: Record<string, string | undefined>;
  /** Sent with its length; an object as JSON with its media type. */
  body?: string | Buffer | object;
}

export interface Probe {
  name: string;
  /** The request, or the very bytes of one. */
  send(target: ProbeTarget): ProbeRequest | { raw: (string | Buffer)[] };
  /** The failure that the answer must be; or a status for a request that is fine. */
  expect: ({ failure: keyof typeof failures; says?: string; allow?: string } | { status: number }) & {
    /** Names in lower case. */
    headers?: Record<string, string>;
  };
  /** Only ends when the server's own deadline passes: run it against a server with a short one. */
  slow?: true;
  /** Leaves something behind in a server that keeps what it is told. */
  changes?: true;
}

/** The path of an operation in the target's project and instance; other parameters are taken as they are written. */
export function pathOf(
  target: ProbeTarget,
  operationId: keyof typeof routes,
  others: Record<string, string> = {},
): string {
  const values: Record<string, string> = { project_id: target.project, instance_id: target.instance, ...others };
  return routes[operationId].path.replace(/\{(\w+)\}/g, (_braces, name: string) => values[name] ?? '');
}

/** Sends the probe, checks its answer, and then that the next good request works. Throws where anything differs. */
export async function runProbe(target: ProbeTarget, probe: Probe): Promise<void> {
  const sent = probe.send(target);
  const raw = 'raw' in sent;
  const answer = await exchange(target, raw ? sent.raw : write(target, sent), !raw && sent.method === 'HEAD');
  checkAnswer(target, probe, answer, !raw && sent.method === 'HEAD');
  const good = await exchange(target, write(target, { method: 'GET', path: pathOf(target, 'listDatasources') }));
  assert.equal(good.status, 200, `the good request after it: ${good.body}`);
  assert.notEqual(
    good.headers.get('x-request-id'),
    answer.headers.get('x-request-id'),
    'each answer has an ID of its own',
  );
}

function checkAnswer(target: ProbeTarget, { expect }: Probe, answer: RawAnswer, headOnly: boolean): void {
  const { status, headers, body } = answer;
  assert.match(headers.get('x-request-id') ?? '', /^\S{1,64}$/, 'an X-Request-Id');
  assert.deepEqual(
    [...headers.keys()].filter((name) => name.startsWith('access-control-') && !expect.headers?.[name]),
    [],
    'no foreign origin is trusted',
  );
  assert.ok(!body.includes(target.token), 'the token is not in the answer');
  for (const [name, value] of Object.entries(expect.headers ?? {})) assert.equal(headers.get(name), value, name);
  if ('status' in expect) {
    assert.equal(status, expect.status, body);
    return;
  }
  const { failure, says, allow } = expect;
  assert.equal(status, failures[failure].status, body);
  assert.equal(headers.get(failureHeader.toLowerCase()), failure, 'the name of the failure');
  if (allow !== undefined) assert.equal(headers.get('allow'), allow);
  if (headOnly) return;
  assert.match(headers.get('content-type') ?? '', /^application\/json/);
  const error = JSON.parse(body) as Record<string, unknown>;
  assert.deepEqual(Object.keys(error).sort(), ['error_code', 'error_msg']);
  assert.equal(error['error_code'], failures[failure].code, body);
  assert.ok(String(error['error_msg']).length <= 512, 'at most 512 characters');
  assert.doesNotMatch(String(error['error_msg']), /\p{Surrogate}/u, 'no half of a surrogate pair');
  if (says !== undefined) assert.ok(String(error['error_msg']).includes(says), `${says} in ${error['error_msg']}`);
}

function write(target: ProbeTarget, { method, path, headers = {}, body }: ProbeRequest): (string | Buffer)[] {
  const json = typeof body === 'object' && !Buffer.isBuffer(body);
  const bytes =
    body === undefined
      ? undefined
      : Buffer.isBuffer(body)
        ? body
        : Buffer.from(json ? JSON.stringify(body) : String(body));
  const all: Record<string, string | undefined> = {
    Host: `${target.host}:${target.port}`,
    'X-Auth-Token': target.token,
    ...(json && { 'Content-Type': 'application/json' }),
    ...(bytes && { 'Content-Length': String(bytes.length) }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`, ...(bytes ? [bytes] : [])];
}
