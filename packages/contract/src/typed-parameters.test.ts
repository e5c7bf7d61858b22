import { expect, test } from 'vitest';
import type { Schema } from './document.ts';
import type { Described } from './operations.ts';
import { readContract } from './read-contract.ts';
import { typed } from './typed-parameters.ts';

const described = (name: string, schema: Schema): Described => ({ name, schema, required: false, pointer: '' });
const parameters = [described('limit', { type: 'integer' }), described('name', { type: 'string' })];

test('makes whole numbers of the text that reads as one, and leaves text as text', () => {
  expect(typed({ limit: '12', name: '12' }, parameters)).toEqual({ limit: 12, name: '12' });
  expect(typed({ limit: '-3' }, parameters)).toEqual({ limit: -3 });
});

test.each(['', ' 1', '1.0', '1e3', '0x10', 'ten', '12345678901234567890'])(
  'leaves %j as it is, so that it is refused',
  (text) => {
    expect(typed({ limit: text }, parameters)).toEqual({ limit: text });
  },
);

test('fills in a default where nothing was given, and there alone', () => {
  const limit = described('limit', { type: 'integer', default: 10 });
  expect(typed({}, [limit])).toEqual({ limit: 10 });
  expect(typed({ limit: '' }, [limit])).toEqual({ limit: '' });
});

test('has a default in the contract for the size and the beginning of every page, on which the operations rely', () => {
  for (const { operationId, parameters: own } of readContract().operations) {
    const pages = own.filter(({ name }) => name === 'limit' || name === 'offset');
    expect(
      pages.map(({ schema }) => typeof schema.default),
      operationId,
    ).toEqual(pages.map(() => 'number'));
  }
});

test('leaves a value that was given twice as a list, so that it is refused', () => {
  expect(typed({ limit: ['1', '2'] }, parameters)).toEqual({ limit: ['1', '2'] });
});

test('keeps what the contract does not know, whatever it is called, so that it is refused', () => {
  const query = Object.assign(Object.create(null), { other: '1', task_id: '2', ['__proto__']: '3' });
  expect(Object.entries(typed(query, parameters))).toEqual([
    ['other', '1'],
    ['task_id', '2'],
    ['__proto__', '3'],
  ]);
});

test('reads the other types of a document as they are written', () => {
  const others = [described('share', { type: 'number' }), described('flag', { type: 'boolean' })];
  expect(typed({ share: '0.5', flag: 'false' }, others)).toEqual({ share: 0.5, flag: false });
  expect(typed({ share: '.5', flag: '1' }, others)).toEqual({ share: '.5', flag: '1' });
});
