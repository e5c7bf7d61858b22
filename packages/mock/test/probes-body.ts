/** Probes of bodies: JSON, types, closed objects, values. */
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

type Body = object | ((target: ProbeTarget) => object);

const init = (body: Body) => (target: ProbeTarget) => ({
  method: 'POST',
  path: pathOf(target, 'installMultiTasks'),
  body: typeof body === 'function' ? body(target) : body,
});
/** The body as the bytes that are given, under the JSON type. */
const text = (body: string | Buffer) => (target: ProbeTarget) => ({
  method: 'POST',
  path: pathOf(target, 'installMultiTasks'),
  headers: { 'Content-Type': 'application/json' },
  body,
});
const register = (body: object) => (target: ProbeTarget) => ({
  method: 'POST',
  path: pathOf(target, 'createDatasourceInfo'),
  body,
});
const invalid = (says: string) => ({ failure: 'InvalidParameters' as const, says });

const unknown = 'f'.repeat(32);
const sqlite = {
  datasource_name: 'probe',
  datasource_type: 'SQLITE',
  app_id: 'probes',
  content: { database_name: 'probe.db' },
};

/** The texts of a data source whose minimum length is not the vendor's. */
const shortest = (text: string) => ({ host: text, port: '1', database_name: text, user_name: text, password: text });
const relational = { ...sqlite, datasource_type: 'POSTGRESQL' };

export const bodyProbes: Probe[] = [
  { name: 'JSON that is cut off', send: text('{"auto_mapping": tr'), expect: invalid('not valid JSON') },
  { name: 'JSON with a final comma', send: text('{"auto_mapping": true,}'), expect: invalid('not valid JSON') },
  { name: 'JSON in single quotes', send: text("{'auto_mapping': true}"), expect: invalid('not valid JSON') },
  { name: 'two JSON values', send: text('{}{}'), expect: invalid('not valid JSON') },
  { name: 'only spaces', send: text('   '), expect: invalid('not valid JSON') },
  {
    name: 'bytes that are no UTF-8',
    send: text(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
    expect: invalid('not valid UTF-8'),
  },
  { name: 'JSON in UTF-16', send: text(Buffer.from('{}', 'utf16le')), expect: invalid('not valid JSON') },
  { name: 'null', send: text('null'), expect: invalid('The body must be an object') },
  { name: 'a list', send: text('[]'), expect: invalid('The body must be an object') },
  { name: 'a string', send: text('"{}"'), expect: invalid('The body must be an object') },
  { name: 'a number', send: text('0'), expect: invalid('The body must be an object') },
  { name: 'false', send: text('false'), expect: invalid('The body must be an object') },
  {
    name: 'thousands of brackets',
    send: text(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
    expect: invalid('nested deeper than'),
  },
  {
    name: 'thousands of brackets inside',
    send: text(`{"ext_info": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`),
    expect: invalid('nested deeper than'),
  },
  {
    name: 'settings of a data source that are nested 10,000 deep',
    send: (target) => ({
      ...text(
        JSON.stringify({ ...sqlite, content: { database_name: 'deep' } }).replace(
          '"deep"',
          `"deep", "password": ${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
        ),
      )(target),
      path: pathOf(target, 'createDatasourceInfo'),
    }),
    expect: invalid('nested deeper than'),
  },
  {
    name: 'auto_mapping as text',
    send: init({ auto_mapping: 'true' }),
    expect: invalid('Body property [auto_mapping] must be a boolean'),
  },
  {
    name: 'auto_mapping as a number',
    send: init({ auto_mapping: 1 }),
    expect: invalid('Body property [auto_mapping] must be a boolean'),
  },
  {
    name: 'the same property twice, the last one wrong',
    send: text('{"auto_mapping":true,"auto_mapping":"x"}'),
    expect: invalid('Body property [auto_mapping] must be a boolean'),
  },
  {
    name: 'ext_info as text',
    send: init({ ext_info: 'x' }),
    expect: invalid('Body property [ext_info] must be an object'),
  },
  {
    name: 'server_id as a number',
    send: init({ ext_info: { server_id: 1111 } }),
    expect: invalid('Body property [ext_info.server_id] must be a string'),
  },
  {
    name: 'a server_id that is too long',
    send: init({ ext_info: { server_id: '1'.repeat(21) } }),
    expect: invalid('Body property [ext_info.server_id] must be'),
  },
  {
    name: 'a lone surrogate',
    send: text('{"ext_info":{"server_id":"\\ud800"}}'),
    expect: invalid('Body property [ext_info.server_id] must be'),
  },
  {
    name: 'an unknown property',
    send: init({ automapping: true }),
    expect: invalid('Body property [automapping] is not described'),
  },
  {
    name: 'an unknown property beyond ASCII',
    send: init({ ключ: 1 }),
    expect: invalid('Body property [ключ] is not described'),
  },
  {
    name: 'an unknown property that is a lone surrogate',
    send: text('{"\\udc00":1}'),
    expect: invalid('is not described'),
  },
  {
    name: 'an unknown property with quotes',
    send: init({ "it's; found 'x'": 1 }),
    expect: invalid("Body property [it's; found 'x'] is not described"),
  },
  {
    name: 'an unknown property with a slash',
    send: init({ ext_info: { 'a/b~c': 1 } }),
    expect: invalid('Body property [ext_info.a/b~c] is not described'),
  },
  {
    name: 'an unknown property of many emoji',
    send: init({ ext_info: { [`k${'😀'.repeat(80)}`]: 1 } }),
    expect: invalid('😀…] is not described'),
  },
  {
    name: 'an unknown property of 60,000 characters',
    send: init({ ['k'.repeat(60_000)]: 1 }),
    expect: invalid('is not described'),
  },
  {
    name: 'thousands of unknown properties',
    send: init(Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`k${i}`, 1]))),
    expect: invalid(', and 3999 more'),
  },
  {
    name: '__proto__',
    send: text('{"__proto__":{"auto_mapping":true}}'),
    expect: invalid('Body property [__proto__] is not described'),
  },
  {
    name: 'constructor',
    send: text('{"constructor":{"prototype":{}}}'),
    expect: invalid('Body property [constructor] is not described'),
  },
  {
    name: 'several faults',
    send: init({ auto_mapping: 'true', task_id: 7, extra: 1 }),
    expect: invalid('Body property [auto_mapping] must be a boolean, and 2 more'),
  },
  {
    name: 'a data-source ID that climbs',
    send: init((t) => ({ source_datasource_id: '../../etc', target_datasource_id: t.target })),
    expect: invalid('Body property [source_datasource_id] must be'),
  },
  {
    name: 'a data-source ID with a NUL',
    send: init((t) => ({ source_datasource_id: 'a\0b', target_datasource_id: t.target })),
    expect: invalid('Body property [source_datasource_id] must be'),
  },
  {
    name: 'a data-source ID with a line break at its end',
    send: init((t) => ({ source_datasource_id: 'abc\n', target_datasource_id: t.target })),
    expect: invalid('Body property [source_datasource_id] must be'),
  },
  {
    name: 'a task ID that climbs',
    send: init({ task_id: '../init' }),
    expect: invalid('Body property [task_id] must be'),
  },
  { name: 'the task ID init', send: init({ task_id: 'init' }), expect: invalid('Body property [task_id]') },
  {
    name: 'a task ID that is too long',
    send: init({ task_id: 't'.repeat(51) }),
    expect: invalid('Body property [task_id] must be'),
  },
  {
    name: 'an unknown data source',
    send: init((t) => ({ source_datasource_id: unknown, target_datasource_id: t.target, auto_mapping: true })),
    expect: { failure: 'UnknownDataSource', says: '[source_datasource_id]' },
  },
  {
    name: 'only one of two data sources',
    send: init((t) => ({ source_datasource_id: t.source })),
    expect: { failure: 'MissingDataSource', says: '[target_datasource_id]' },
  },
  {
    name: 'one data source, and "" for the other',
    send: init((t) => ({ source_datasource_id: t.source, target_datasource_id: '', task_id: null })),
    expect: { failure: 'MissingDataSource', says: '[target_datasource_id]' },
  },
  {
    name: 'null, "" and absent',
    send: init({
      ext_info: null,
      task_id: '',
      source_datasource_id: null,
      target_datasource_id: '',
      auto_mapping: null,
    }),
    expect: { status: 200 },
    changes: true,
  },
  {
    name: 'a data source without a body',
    send: (t) => ({ method: 'POST', path: pathOf(t, 'createDatasourceInfo') }),
    expect: invalid('The body is required'),
  },
  {
    name: 'a data source without its properties',
    send: register({}),
    expect: invalid('Body property [app_id] is required, and 3 more'),
  },
  {
    name: 'a data source of an unknown type',
    send: register({ ...sqlite, datasource_type: 'PAPER' }),
    expect: invalid('Body property [datasource_type] must be one of'),
  },
  {
    name: 'a data source with an unknown property inside',
    send: register({ ...sqlite, content: { database_name: 'x.db', pasword: 'abcd' } }),
    expect: invalid('Body property [content.pasword] is not described'),
  },
  {
    name: 'a data source with a wrong type inside',
    send: register({ ...sqlite, content: { database_name: 5 } }),
    expect: invalid('Body property [content.database_name] must be a string'),
  },
  {
    name: 'a data source whose texts have one character each: of the description alone the vendor’s minimum counts',
    send: register({ ...relational, app_id: 'a', content: shortest('x'), description: 'x' }),
    expect: invalid('Body property [description] must have at least 4 characters.'),
  },
  {
    name: 'a data source with an empty password',
    send: register({ ...relational, content: { ...shortest('x'), password: '' } }),
    expect: invalid('Body property [content.password] must have at least 1 character'),
  },
  {
    name: 'a data source whose texts are all empty',
    send: register({ ...relational, app_id: '', content: shortest('') }),
    expect: invalid(
      'Body property [app_id] must be 1 to 255 whole characters, none of them a control character, and 4 more',
    ),
  },
  {
    name: 'a relational data source without an address',
    send: register({ ...relational, content: {} }),
    expect: invalid('Body property [content.database_name] is required, and 3 more'),
  },
  {
    name: 'a relational data source by a connection string that is missing',
    send: register({ ...relational, content: { mode: 'professional' } }),
    expect: invalid('Body property [content.url] is required'),
  },
  {
    name: 'a relational data source with the bucket of an object store',
    send: register({ ...relational, content: { ...shortest('x'), bucket_name: 'b' } }),
    expect: invalid('Body property [content.bucket_name] is not described'),
  },
  {
    name: 'a data source with a markup name',
    send: register({ ...sqlite, datasource_name: '<b>' }),
    expect: invalid('Body property [datasource_name] must be'),
  },
];
