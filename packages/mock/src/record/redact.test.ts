import { readContract } from '@roma-fdi/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecrets } from '../requests/secrets.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { createRedaction } from './redact.ts';
import { shapeOfNumber, shapeOfText } from './shape.ts';

const contract = readContract();
const redaction = () => createRedaction(contract, createSecrets(contract, []));

test('no run of letters and digits comes through, in whatever value', () => {
  const { body } = redaction();
  const marked = fc.stringMatching(/^[a-w]{0,3}QQ7QQ[a-w]{0,3}$/);
  fc.assert(
    fc.property(
      fc.object({ key: fc.constantFrom('a', 'task_id', 'name', 'content', 'ids'), values: [marked] }),
      (value) => {
        const printed = JSON.stringify(body(value));
        expect(printed).not.toContain('QQ7QQ');
        // The structure is as it was: but for what was cut, the same names in the same places.
        if (!printed.includes('…'))
          expect(namesOf(JSON.parse(printed))).toEqual(namesOf(JSON.parse(JSON.stringify(value))));
      },
    ),
  );
});

const namesOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null)
    return value === '***' ? 'a value' : value === null ? null : 'a value';
  return Object.entries(value).flatMap(([name, inner]) => (name === 'content' ? [] : [[name, namesOf(inner)]]));
};

test.for<[string, string, string]>([
  ['content-type', 'application/json; charset=utf-8', 'application/json; charset=utf-8'],
  ['content-type', 'application/json; owner=Zeppelin', 'xxxxxxxxxxx/xxxx; xxxxx=Xxxxxxxx'],
  ['accept', 'application/json, text/plain;q=0.8, */*', 'application/json, text/plain;q=0.8, */*'],
  ['accept', 'Zeppelin', 'Xxxxxxxx'],
  ['accept-encoding', 'gzip, deflate;q=0.5, br', 'gzip, deflate;q=0.5, br'],
  ['connection', 'X-Zeppelin, close', 'X-Xxxxxxxx, xxxxx'],
  ['allow', 'GET, DELETE', 'GET, DELETE'],
  ['allow', 'ZEPPELIN', 'XXXXXXXX'],
  ['retry-after', '120', '120'],
  ['retry-after', 'Zeppelin', 'Xxxxxxxx'],
  ['content-length', '4711', '4711'],
  ['x-failure', 'TaskNotFound', 'TaskNotFound'],
  ['x-failure', 'Zeppelin', 'Xxxxxxxx'],
  ['transfer-encoding', 'chunked', 'chunked'],
])('of the header %s, %s is kept as %s', ([name, value, kept]) => {
  expect(redaction().headers({ [name]: value })).toEqual({ [name]: kept });
});

test('an error code has digits, another word is a shape', () => {
  const { body } = redaction();
  for (const code of ['FDI.9876', 'common.01000401', 'APIGW-0301'])
    expect(body({ error_code: code })).toEqual({ error_code: code });
  expect(body({ error_code: 'zeppelin.example' })).toEqual({ error_code: 'xxxxxxxx.xxxxxxx' });
});

test('a pseudonym is the same for the same ID, another for another, and never the ID', () => {
  const pseudonym = createPseudonyms();
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9_-]{4,40}$/),
      fc.stringMatching(/^[A-Za-z0-9_-]{4,40}$/),
      (one, other) => {
        if (/[A-Za-z0-9]/.test(one)) expect(pseudonym(one)).not.toBe(one);
        expect(pseudonym(one)).toBe(pseudonym(one));
        expect(pseudonym(one) === pseudonym(other)).toBe(one === other);
      },
    ),
  );
});

test('even of one digit each has its own', () => {
  const pseudonym = createPseudonyms();
  expect(new Set(Array.from({ length: 10 }, (_, digit) => pseudonym(String(digit)))).size).toBe(10);
});

test('two recordings have nothing in common', () => {
  expect(createPseudonyms()('c2f0a4b86d1e4f3a9b7c5d8e0f1a2b3c')).not.toBe(
    createPseudonyms()('c2f0a4b86d1e4f3a9b7c5d8e0f1a2b3c'),
  );
});

test.each([
  ['Orders_2024, café', 'Xxxxxx_9999, xxxx'],
  ['键\u0000\u001b', 'x??'],
  ['', ''],
  ['a'.repeat(70), `${'x'.repeat(64)}… 6 more`],
])('the shape of %j is %j', (text, shape) => expect(shapeOfText(text)).toBe(shape));

test.each([
  [0, 0],
  [-4711, -9999],
  [0.25, 9.99],
  [1e21, 9e99],
])('the shape of %d is %d', (value, shape) => expect(shapeOfNumber(value)).toBe(shape));

test('a very deep or wide body ends', () => {
  let deep: unknown = 'a';
  for (let depth = 0; depth < 3_000; depth++) deep = [deep];
  const { body } = redaction();
  expect(JSON.stringify(body(deep)).length).toBeLessThan(200);
  expect(JSON.stringify(body(new Array(100_000).fill('a'))).length).toBeLessThan(200);
});
