import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { maxJsonDepth, maxJsonProperties, readJson } from './json-body.ts';

const refusal = (bytes: Buffer): Failure => {
  try {
    readJson(bytes);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('The bytes were not refused.');
};

test('reads JSON, and takes an empty body for none', () => {
  expect(readJson(Buffer.from('{"a":["ü"]}'))).toEqual({ a: ['ü'] });
  expect(readJson(Buffer.from('null'))).toBeNull();
  expect(readJson(Buffer.alloc(0))).toBeUndefined();
  expect(readJson(undefined)).toBeUndefined();
});

test.each(['{', '{"a":}', "{'a':1}", '{"a":1,}', ' ', '\u0000', 'NaN'])('refuses %j as no JSON', (text) => {
  expect(refusal(Buffer.from(text))).toMatchObject({
    name: 'InvalidParameters',
    message: 'Invalid parameters. The body is not valid JSON.',
  });
});

test('refuses bytes that are not UTF-8 instead of guessing', () => {
  expect(refusal(Buffer.from([0x22, 0xff, 0x22])).message).toContain('not valid UTF-8');
  expect(refusal(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])).message).toContain('not valid UTF-8');
});

const nested = (open: string, close: string, levels: number): Buffer =>
  Buffer.from(`${open.repeat(levels)}1${close.repeat(levels)}`);

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
  ['lists and objects in turn', '[{"a":', '}]'],
  ['lists after a string that holds quotes and brackets', '["\\"]}\\\\",', ']'],
])('refuses %s that are nested too deep, and only these', (_, open, close) => {
  const levels = maxJsonDepth / (open.startsWith('[{') ? 2 : 1);
  expect(() => readJson(nested(open, close, levels))).not.toThrow();
  for (const tooMany of [levels + 1, 10_000, 100_000])
    expect(refusal(nested(open, close, tooMany))).toMatchObject({
      name: 'InvalidParameters',
      message: 'Invalid parameters. The body is nested deeper than 64 levels.',
    });
});

const object = (properties: number, value = '1'): string =>
  `{${Array.from({ length: properties }, (_, at) => `"p${at}":${value}`).join(',')}}`;

test.each([
  ['alone', (text: string) => text],
  ['in a list', (text: string) => `[{},${text}]`],
  ['behind a smaller one', (text: string) => `{"a":{"b":1,"c":2},"d":${text}}`],
])('refuses an object of too many properties %s, and only such', (_, around) => {
  expect(() => readJson(Buffer.from(around(object(maxJsonProperties, '[1,{"x":1,"y":2},3]'))))).not.toThrow();
  expect(refusal(Buffer.from(around(object(maxJsonProperties + 1))))).toMatchObject({
    name: 'InvalidParameters',
    message: 'Invalid parameters. The body has an object of more than 10000 properties.',
  });
});

test('counts no commas of lists and strings', () => {
  const commas = ','.repeat(15_000);
  const lists = Array.from({ length: 15_000 }, () => [1, { a: commas.slice(0, 3), b: 2 }]);
  expect(readJson(Buffer.from(JSON.stringify({ lists, commas })))).toEqual({ lists, commas });
});

test('counts no bracket that stands in a string, and none that is closed', () => {
  const brackets = '['.repeat(1000);
  expect(readJson(Buffer.from(JSON.stringify([brackets, brackets])))).toEqual([brackets, brackets]);
  expect(readJson(Buffer.from(`[${'[],'.repeat(1000)}{}]`))).toHaveLength(1001);
});

test('changes no prototype, whatever a property is called', () => {
  const body = readJson(Buffer.from('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'));
  expect(Object.keys(body as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('throws nothing but the contract failure', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readJson(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});
