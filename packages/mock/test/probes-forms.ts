/** Probes of form data, urlencoded and multipart. */
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

type Fields = string | Buffer | ((target: ProbeTarget) => string);

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=edge';

const form =
  (body: Fields, type = urlencoded) =>
  (target: ProbeTarget) => ({
    method: 'POST',
    path: pathOf(target, 'createMultiTaskMappingsAutomatically'),
    headers: { 'Content-Type': type },
    body: typeof body === 'function' ? body(target) : body,
  });
const parts = (...all: string[]) => `${all.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n`;
const part = (name: string, value: string, more = '') =>
  `Content-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`;

const invalid = (says: string) => ({ failure: 'InvalidParameters' as const, says });
const unknown = 'f'.repeat(32);
/** The fields that are needed, with any IDs: nothing is looked for before a request fits. */
const needed = `source_ds_id=${unknown}&target_ds_id=${unknown}`;
const neededParts = [part('source_ds_id', unknown), part('target_ds_id', unknown)];

export const formProbes: Probe[] = [
  {
    name: 'form data without its fields',
    send: form('mapping_prefix=a'),
    expect: invalid('Body property [source_ds_id] is required, and 1 more'),
  },
  { name: 'form data that is none', send: form('{}'), expect: invalid('[source_ds_id] is required, and 2 more') },
  {
    name: 'form data of signs alone',
    send: form('&&='),
    expect: invalid('Body property [] is not described, and 2 more'),
  },
  {
    name: 'an unknown field',
    send: form(`${needed}&auto_mapping=true`),
    expect: invalid('Body property [auto_mapping] is not described'),
  },
  {
    name: 'a field that is called __proto__',
    send: form(`${needed}&__proto__=a`),
    expect: invalid('Body property [__proto__] is not described'),
  },
  {
    name: 'a field that comes twice',
    send: form(`${needed}&target_ds_id=${unknown}`),
    expect: invalid('Body property [target_ds_id] must be given once'),
  },
  {
    name: 'a bad percent escape in a field',
    send: form(`${needed}&mapping_prefix=%zz`),
    expect: invalid('Body property [mapping_prefix] must be valid UTF-8'),
  },
  {
    name: 'escapes in a field that are no UTF-8',
    send: form(`${needed}&mapping_prefix=%ff`),
    expect: invalid('Body property [mapping_prefix] must be valid UTF-8'),
  },
  {
    name: 'bytes in a field that are no UTF-8',
    send: form(Buffer.from(`${needed}&mapping_prefix=\xff`, 'latin1')),
    expect: invalid('Body property [mapping_prefix] must be valid UTF-8'),
  },
  {
    name: 'a bad percent escape in the name of a field',
    send: form(`${needed}&%zz=1`),
    expect: invalid('the name of a field must be valid UTF-8'),
  },
  ...['one', '1.0', '1e0', '%2B1', '0x1', 'REALTIME'].map((text) => ({
    name: `a number of form data written ${text}`,
    send: form(`${needed}&task_type=${text}`),
    expect: invalid('Body property [task_type] must be an integer'),
  })),
  {
    name: 'a number of form data that is none of those described',
    send: form(`${needed}&task_type=3`),
    expect: invalid('Body property [task_type] must be one of 1, 2'),
  },
  {
    name: 'the task ID init in form data',
    send: form(`${needed}&task_id=init`),
    expect: invalid('Body property [task_id]'),
  },
  {
    name: 'a field with a NUL',
    send: form(`${needed}&mapping_suffix=a%00`),
    expect: invalid('Body property [mapping_suffix] must be'),
  },
  {
    name: 'a field that is too long',
    send: form(`${needed}&mapping_suffix=${'a'.repeat(257)}`),
    expect: invalid('Body property [mapping_suffix] must be'),
  },
  {
    name: 'an empty field that is needed',
    send: form(`source_ds_id=&target_ds_id=${unknown}`),
    expect: invalid('Body property [source_ds_id] is required'),
  },
  {
    name: 'form data in Latin-1',
    send: form(needed, `${urlencoded}; charset=latin1`),
    expect: { failure: 'UnsupportedMediaType', says: 'UTF-8' },
  },
  {
    name: 'a multipart type that is no form data',
    send: form(parts(...neededParts), 'multipart/mixed; boundary=edge'),
    expect: { failure: 'UnsupportedMediaType', says: 'multipart/form-data' },
  },
  {
    name: 'multipart without a boundary',
    send: form(parts(...neededParts), 'multipart/form-data'),
    expect: invalid('names no boundary'),
  },
  {
    name: 'multipart with another boundary',
    send: form(parts(...neededParts), 'multipart/form-data; boundary=ridge'),
    expect: invalid('the boundary of the Content-Type'),
  },
  {
    name: 'multipart that is cut off',
    send: form(parts(...neededParts).slice(0, -12), multipart),
    expect: invalid('not valid form data'),
  },
  {
    name: 'urlencoded fields that are said to be multipart',
    send: form(needed, multipart),
    expect: invalid('not valid form data'),
  },
  {
    name: 'a part without a name',
    send: form(parts(...neededParts, 'Content-Disposition: form-data\r\n\r\n1'), multipart),
    expect: invalid('have a name'),
  },
  {
    name: 'a part that comes twice',
    send: form(parts(...neededParts, part('target_ds_id', unknown)), multipart),
    expect: invalid('Body property [target_ds_id] must be given once'),
  },
  {
    name: 'a file',
    send: form(parts(...neededParts, part('ext_info', '{}', '; filename="a.json"')), multipart),
    expect: invalid('Body property [ext_info] must be a text, not a file'),
  },
  {
    name: 'a part that is no UTF-8',
    send: form(Buffer.from(parts(...neededParts, part('mapping_prefix', '\xff')), 'latin1'), multipart),
    expect: invalid('Body property [mapping_prefix] must be valid UTF-8'),
  },
  {
    name: 'a number as a part',
    send: form(parts(...neededParts, part('task_type', 'one')), multipart),
    expect: invalid('Body property [task_type] must be an integer'),
  },
  {
    name: 'hundreds of parts',
    send: form(parts(...Array.from({ length: 600 }, (_, index) => part(`p${index}`, 'x'))), multipart),
    expect: invalid('more than 500 fields'),
  },
  {
    name: 'an unknown data source in urlencoded form data',
    send: form((t) => `source_ds_id=${unknown}&target_ds_id=${t.target}&task_type=&mapping_prefix=`),
    expect: { failure: 'UnknownDataSource', says: '[source_d' },
  },
  {
    name: 'an unknown data source in multipart form data',
    send: form((t) => parts(part('source_ds_id', unknown), part('target_ds_id', t.target)), multipart),
    expect: { failure: 'UnknownDataSource', says: '[source_d' },
  },
];
