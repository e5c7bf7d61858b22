import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../../../../test/properties.ts';
import { Failure } from '../failure.ts';
import type { Operation } from '../operations.ts';
import { operationOf, readContract } from '../read-contract.ts';
import { readRequestBody } from './request-body.ts';

const contract = readContract();
const form = operationOf(contract, 'createMultiTaskMappingsAutomatically');
const json = operationOf(contract, 'createMultiTasks');
const none = operationOf(contract, 'listDatasources');

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=Edge';

const read = (bytes: Buffer | string, type: string, operation: Operation = form) =>
  readRequestBody(operation, { 'content-type': type }, Buffer.from(bytes));
const part = (name: string, value: string | Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(`--Edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
const parts = (...all: Buffer[]) => Buffer.concat([...all, Buffer.from('--Edge--\r\n')]);

async function refusal(bytes: Buffer | string, type: string): Promise<Failure> {
  try {
    await read(bytes, type);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('The body was not refused.');
}

test('reads each body by the type that it came with, and none where none came', async () => {
  expect(await read('{"task_type":"1"}', 'application/json', json)).toEqual({ task_type: '1' });
  expect(await read('task_type=1', urlencoded)).toEqual({ task_type: 1 });
  expect(await read(parts(part('task_type', '1')), multipart)).toEqual({ task_type: 1 });
  for (const type of ['application/json', urlencoded, multipart]) expect(await read('', type)).toBeUndefined();
  expect(await readRequestBody(form, {}, undefined)).toBeUndefined();
});

test('gives the bytes of a body that no operation takes, unread', async () => {
  expect(await read('{', 'application/json', none)).toEqual(Buffer.from('{'));
});

test('the media type counts in any case, with parameters', async () => {
  expect(await read('task_id=abc', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8')).toEqual({ task_id: 'abc' });
  const quoted = 'Multipart/Form-Data; charset=utf-8; Boundary="Edge"';
  expect(await read(parts(part('task_id', 'abc')), quoted)).toEqual({ task_id: 'abc' });
});

test('a text stays text, a number that reads as none is left to be refused, and defaults are not filled in', async () => {
  expect(await read('task_id=1234&task_type=one&other=5', urlencoded)).toEqual({
    task_id: '1234',
    task_type: 'one',
    other: '5',
  });
});

test('an empty field counts as absent, but for an unknown one, which is to be refused', async () => {
  expect(await read('task_type=&task_id=&ext_info&other=', urlencoded)).toEqual({ other: '' });
  const empty = parts(part('task_type', ''), part('task_id', ''), part('other', ''));
  expect(await read(empty, multipart)).toEqual({ other: '' });
});

test('plus is a space, escapes are UTF-8, and bytes beyond ASCII are taken as they are', async () => {
  expect(await read('mapping_prefix=a+b%2B%C3%BC&mapping_suffix=ü中', urlencoded)).toEqual({
    mapping_prefix: 'a b+ü',
    mapping_suffix: 'ü中',
  });
});

test('changes no prototype, whatever a field is called', async () => {
  const body = await read('__proto__=x&constructor=y', urlencoded);
  expect(Object.entries(body as object)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  expect(Object.entries((await read(parts(part('__proto__', 'x')), multipart)) as object)).toEqual([
    ['__proto__', 'x'],
  ]);
});

test.each([
  ['task_id=a&task_id=b', 'Body property [task_id] must be given once.'],
  [
    'task_id=a&task_id=a&ext_info=%zz',
    'Body property [ext_info] must be valid UTF-8, its percent escapes included, and 1 more.',
  ],
  ['task_id=%', 'Body property [task_id] must be valid UTF-8, its percent escapes included.'],
  ['task_id=%f', 'Body property [task_id] must be valid UTF-8'],
  ['task_id=%c0%af', 'Body property [task_id] must be valid UTF-8'],
  ['task_id=%ed%a0%80', 'Body property [task_id] must be valid UTF-8'],
  ['%zz=1', 'The body is not valid form data: the name of a field must be valid UTF-8'],
])('refuses %s', async (body, says) => {
  const failure = await refusal(body, urlencoded);
  expect(failure.name).toBe('InvalidParameters');
  expect(failure.message).toContain(says);
});

test('refuses bytes that are not UTF-8 by the name of their field, urlencoded and multipart', async () => {
  const bytes = Buffer.concat([Buffer.from('ext_info=ok&task_id='), Buffer.from([0xff])]);
  expect(await refusal(bytes, urlencoded)).toMatchObject({ place: 'Body property [task_id]' });
  const inParts = parts(part('ext_info', 'ok'), part('task_id', Buffer.from([0xff])));
  expect(await refusal(inParts, multipart)).toMatchObject({ place: 'Body property [task_id]' });
  const between = Buffer.concat([
    part('ext_info', 'ok', `; x="${Buffer.from([0x41])}"`),
    Buffer.from('--Edge--\r\n'),
    Buffer.from([0xff]),
  ]);
  expect((await refusal(between, multipart)).message).toContain('it must be valid UTF-8');
});

test('takes the character that stands for unreadable bytes where somebody wrote it', async () => {
  expect(await read(parts(part('mapping_prefix', '\ufffd')), multipart)).toEqual({ mapping_prefix: '\ufffd' });
});

test.each([
  ['a field twice', parts(part('task_id', 'a'), part('task_id', 'b')), '[task_id] must be given once'],
  ['a file', parts(part('ext_info', '{}', '; filename="x.json"')), '[ext_info] must be a text, not a file'],
  ['a file without a name', parts(part('ext_info', '', '; filename=""')), '[ext_info] must be a text, not a file'],
  [
    'a binary file',
    parts(part('ext_info', Buffer.from([0xff]), '; filename="x"')),
    '[ext_info] must be a text, not a file',
  ],
  [
    'a part without a name',
    Buffer.from('--Edge\r\nContent-Disposition: form-data\r\n\r\n1\r\n--Edge--\r\n'),
    'have a name',
  ],
  ['a part without headers', Buffer.from('--Edge\r\n\r\n1\r\n--Edge--\r\n'), 'have a name'],
  [
    'another boundary',
    Buffer.from(parts(part('task_id', 'a')).toString().replaceAll('Edge', 'Ridge')),
    'the boundary of the Content-Type',
  ],
  ['no last boundary', part('task_id', 'a'), 'the last boundary must end with --'],
  ['a part that is cut off', part('task_id', 'a').subarray(0, -3), 'the last boundary must end with --'],
  ['urlencoded fields', Buffer.from('task_id=a'), 'the boundary of the Content-Type'],
])('refuses in multipart %s', async (_, body, says) => {
  const failure = await refusal(body, multipart);
  expect(failure.name).toBe('InvalidParameters');
  expect(failure.message).toContain(says);
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; charset=utf-8'])(
  'says that %s names no boundary',
  async (type) => {
    expect((await refusal(parts(part('task_id', 'a')), type)).message).toContain('names no boundary');
  },
);

test('refuses thousands of parts without reading them', async () => {
  const many = parts(...Array.from({ length: 501 }, (_, index) => part(`f${index}`, 'x')));
  expect((await refusal(many, multipart)).message).toContain('more than 500 fields');
  const fewer = parts(...Array.from({ length: 500 }, (_, index) => part(`f${index}`, 'x')));
  expect(Object.keys((await read(fewer, multipart)) as object)).toHaveLength(500);
});

/** Texts that have a UTF-8 form, with what both encodings must escape. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('&', '=', '+', '%', '%41', ';', '"', ' ', '\t', '\\', '--', 'ü', '😀', '\ufffd') }),
);
const fields = fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'B', '_', '9', '.', 'ü'), minLength: 1 }), text, {
  noNullPrototype: true,
});

test('what the platform writes as urlencoded is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fields, async (sent) => {
      const bytes = new URLSearchParams(sent).toString();
      expect((await read(bytes, urlencoded)) ?? {}).toEqual(sent);
    }),
  );
});

test('what the platform writes as multipart is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fields, async (sent) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(sent)) form.append(name, value);
      const { headers, ...whole } = await written(form);
      expect(await read(whole.bytes, headers)).toEqual(sent);
    }),
  );
});

async function written(form: FormData): Promise<{ bytes: Buffer; headers: string }> {
  const response = new Response(form);
  return { headers: response.headers.get('Content-Type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}

test('throws nothing but the contract failure, whatever the bytes', async () => {
  const almost = fc.array(
    fc.constantFrom(
      '--Edge',
      '--',
      '\r\n',
      'Content-Disposition: form-data',
      '; name="a"',
      '; filename="b"',
      'x',
      '=',
      '&',
      '%',
      '\xff',
    ),
  );
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    almost.map((pieces) => Buffer.from(pieces.join(''), 'latin1')),
  );
  const anyType = fc.constantFrom(urlencoded, multipart, 'multipart/form-data', 'application/json');
  await fc.assert(
    fc.asyncProperty(anyBytes, anyType, async (bytes, type) => {
      const outcome = await read(bytes, type).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Failure);
    }),
    { numRuns: tries(500) },
  );
});
