/** Probes of paths, methods, credentials and media types, and of the order in which they are checked. */
import { routes } from '@roma-fdi/types';
import { type Probe, type ProbeRequest, type ProbeTarget, pathOf } from './probe.ts';

const init = (target: ProbeTarget, rest: Partial<ProbeRequest> = {}): ProbeRequest => ({
  method: 'POST',
  path: pathOf(target, 'installMultiTasks'),
  body: {},
  ...rest,
});
const list = (target: ProbeTarget, rest: Partial<ProbeRequest> = {}): ProbeRequest => ({
  method: 'GET',
  path: pathOf(target, 'listDatasources'),
  ...rest,
});
/** An init whose body is sent as text, under a media type. */
const typed =
  (type: string | undefined, body = '{}') =>
  (target: ProbeTarget) =>
    init(target, { body, headers: { 'Content-Type': type } });

const preflight = (origin: string) => ({ Origin: origin, 'Access-Control-Request-Method': 'POST' });
const allowed = {
  'access-control-allow-origin': 'https://listed.example',
  'access-control-expose-headers': 'X-Request-Id, Retry-After, Allow, X-Failure',
  'access-control-allow-methods': [...new Set(Object.values(routes).map(({ method }) => method))].join(', '),
  'access-control-allow-headers':
    'Content-Type, X-Auth-Token, Authorization, X-Project-Id, X-Sdk-Content-Sha256, X-Sdk-Date, X-Security-Token',
  'access-control-max-age': '600',
  vary: 'Origin',
};
const foreign = { Origin: 'https://elsewhere.example' };

export const orderProbes: Probe[] = [
  { name: 'an unknown path', send: (t) => list(t, { path: '/nowhere' }), expect: { failure: 'NoSuchOperation' } },
  { name: 'the root', send: (t) => list(t, { path: '/' }), expect: { failure: 'NoSuchOperation' } },
  {
    name: 'a path with a final slash',
    send: (t) => init(t, { path: `${pathOf(t, 'installMultiTasks')}/` }),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'a path with a double slash',
    send: (t) => init(t, { path: `/${pathOf(t, 'installMultiTasks')}` }),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'a path in capitals',
    send: (t) => init(t, { path: pathOf(t, 'installMultiTasks').toUpperCase() }),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'a path whose letters are escaped',
    send: (t) => list(t, { path: pathOf(t, 'listDatasources').replace('fdi', 'f%64i') }),
    expect: { status: 200 },
  },
  {
    name: 'an unknown method on a path whose letters are escaped',
    send: (t) => list(t, { method: 'PUT', path: pathOf(t, 'listDatasources').replace('fdi', 'f%64i') }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'a path with .. in it',
    send: (t) => list(t, { path: `${pathOf(t, 'installMultiTasks')}/../../datasources` }),
    expect: { failure: 'NoSuchOperation' },
  },
  { name: 'an empty project', send: (t) => list({ ...t, project: '' }), expect: { failure: 'NoSuchOperation' } },
  {
    name: 'an unknown path without a token',
    send: (t) => list(t, { path: '/nowhere', headers: { 'X-Auth-Token': undefined } }),
    expect: { failure: 'NoSuchOperation' },
  },
  {
    name: 'an unknown method',
    send: (t) => init(t, { method: 'PUT' }),
    expect: { failure: 'MethodNotAllowed', says: 'POST', allow: 'POST' },
  },
  {
    name: 'an unknown method of a path with several',
    send: (t) => list(t, { method: 'PATCH' }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'an unknown method without a token',
    send: (t) => list(t, { path: pathOf(t, 'installMultiTasks'), headers: { 'X-Auth-Token': undefined } }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST' },
  },
  {
    name: 'HEAD',
    send: (t) => list(t, { method: 'HEAD' }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'TRACE',
    send: (t) => list(t, { method: 'TRACE' }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'OPTIONS from a foreign origin',
    send: (t) => list(t, { method: 'OPTIONS', headers: { ...foreign, 'Access-Control-Request-Method': 'GET' } }),
    expect: { failure: 'MethodNotAllowed', allow: 'POST, GET' },
  },
  {
    name: 'a preflight of a listed origin',
    send: (t) => list(t, { method: 'OPTIONS', headers: preflight(t.origin) }),
    expect: { status: 204, headers: allowed },
  },
  {
    name: 'a preflight of a listed origin on an unknown path',
    send: (t) => list(t, { method: 'OPTIONS', path: '/nowhere', headers: preflight(t.origin) }),
    expect: { status: 204, headers: allowed },
  },
  { name: 'a good request from a foreign origin', send: (t) => list(t, { headers: foreign }), expect: { status: 200 } },
  {
    name: 'no token',
    send: (t) => init(t, { headers: { 'X-Auth-Token': undefined } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'an empty token',
    send: (t) => init(t, { headers: { 'X-Auth-Token': '' } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a wrong token',
    send: (t) => init(t, { headers: { 'X-Auth-Token': 'wrong' } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a token of 18 KB',
    send: (t) => init(t, { headers: { 'X-Auth-Token': 'M'.repeat(18_432) } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a wrong token and a wrong body',
    send: (t) => init(t, { headers: { 'X-Auth-Token': 'wrong' }, body: { auto_mapping: 'true' } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a wrong token and a body that is too large',
    send: (t) =>
      init(t, { headers: { 'X-Auth-Token': 'wrong', 'Content-Type': 'application/json' }, body: ' '.repeat(100_000) }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a wrong token and a wrong media type',
    send: (t) => init(t, { headers: { 'X-Auth-Token': 'wrong', 'Content-Type': 'text/plain' }, body: 'x' }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'a wrong token and a wrong ID in the path',
    send: (t) => list({ ...t, project: 'a%20b' }, { headers: { 'X-Auth-Token': 'wrong' } }),
    expect: { failure: 'Unauthenticated' },
  },
  {
    name: 'no media type',
    send: typed(undefined),
    expect: { failure: 'UnsupportedMediaType', says: 'application/json' },
  },
  { name: 'text', send: typed('text/plain'), expect: { failure: 'UnsupportedMediaType', says: 'application/json' } },
  {
    name: 'a form',
    send: typed('application/x-www-form-urlencoded', 'auto_mapping=true'),
    expect: { failure: 'UnsupportedMediaType', says: 'application/json' },
  },
  {
    name: 'half a media type',
    send: typed('application'),
    expect: { failure: 'UnsupportedMediaType', says: 'application/json' },
  },
  {
    name: 'a media type that only begins rightly',
    send: typed('application/jsonp'),
    expect: { failure: 'UnsupportedMediaType', says: 'application/json' },
  },
  {
    name: 'JSON in Latin-1',
    send: typed('application/json; charset=iso-8859-1'),
    expect: { failure: 'UnsupportedMediaType', says: 'UTF-8' },
  },
  {
    name: 'JSON, compressed',
    send: (t) => init(t, { headers: { 'Content-Encoding': 'gzip' } }),
    expect: { failure: 'UnsupportedMediaType', says: 'Content-Encoding' },
  },
  {
    name: 'a wrong media type and a body that is too large',
    send: typed('text/plain', ' '.repeat(100_000)),
    expect: { failure: 'UnsupportedMediaType' },
  },
  {
    name: 'a body that is too large and no JSON',
    send: typed('application/json', '{'.repeat(70_000)),
    expect: { failure: 'BodyTooLarge' },
  },
  {
    name: 'JSON in UTF-8, said so',
    send: typed('application/json; charset=utf-8'),
    expect: { status: 200 },
    changes: true,
  },
  {
    name: 'JSON in UTF-8, said in capitals',
    send: typed('Application/JSON;charset="UTF-8"'),
    expect: { status: 200 },
    changes: true,
  },
  { name: 'an empty body of a JSON type', send: typed('application/json', ''), expect: { status: 200 }, changes: true },
  {
    name: 'no body where none is needed',
    send: (t) => ({ method: 'POST', path: pathOf(t, 'installMultiTasks') }),
    expect: { status: 200 },
    changes: true,
  },
  ...['json', 'application/json/x', 'application/json, text/plain', '*/*'].map((type) => ({
    name: `the media type ${type} on GET`,
    send: (t: ProbeTarget) => list(t, { headers: { 'Content-Type': type } }),
    expect: { status: 200 },
  })),
  {
    name: 'half a media type and no body',
    send: (t) => ({ ...list(t, { headers: { 'Content-Type': 'json' } }), method: 'POST' }),
    expect: { failure: 'InvalidParameters', says: 'The body is required' },
  },
  {
    name: 'an empty body of a JSON type on GET',
    send: (t) => list(t, { headers: { 'Content-Type': 'application/json' } }),
    expect: { status: 200 },
  },
];
