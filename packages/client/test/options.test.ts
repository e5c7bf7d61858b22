/** Options that cannot work, or do not exist, are refused by name, and nothing is sent. */
import { expect, test } from 'vitest';
import { createFdiClient, type FdiClientOptions, isInvalidCallError } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

const place = { baseUrl: 'https://fdi.test', projectId: 'p', instanceId: 'i', credentials: 'a-token' };
const refusal = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    if (isInvalidCallError(error)) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

test.each([
  ['timeOut', 5],
  ['retries', 2],
  ['token', 'secret-1234'],
  ['constructor', 1],
  ['toString', 1],
])('the client has no option %s, and says which it has', (name, value) => {
  const said = refusal(() => createFdiClient({ ...place, [name]: value } as FdiClientOptions));
  expect(said).toMatch(
    new RegExp(`^${name} is not an option of createFdiClient\\. Its options are baseUrl, .*timeout, maxRetries`),
  );
  expect(said).not.toContain('secret');
});

test.each<[string, unknown]>([
  ['timeout', '5'],
  ['maxRetries', true],
  ['maxAnswerBytes', 0],
  ['headers', 'a: b'],
  ['headers', new Headers({ 'X-Own': 'mine' })],
  ['headers', new Map([['X-Own', 'mine']])],
  ['transport', 'fetch'],
  ['credentials', undefined],
  ['idempotentInit', 'yes'],
  ['logger', {}],
  ['logger', { debug() {}, info() {}, warn() {} }],
  ['onRequest', 'log'],
  ['onAnswer', {}],
  ['onRetry', 1],
  ['onOutcome', true],
])('%s cannot be %j', (name, value) => {
  expect(refusal(() => createFdiClient({ ...place, [name]: value } as FdiClientOptions))).toMatch(
    new RegExp(`^(${name}|The options? ${name}) (must|cannot)`),
  );
});

test.each([undefined, null, 'https://fdi.test', 7])('the options cannot be %j', (options) => {
  expect(refusal(() => createFdiClient(options as never))).toBe('The options of createFdiClient must be an object.');
});

test('an init is made idempotent for an address alone', () => {
  const { baseUrl: _, ...rest } = place;
  const said = refusal(() => createFdiClient({ ...rest, region: 'cn-north-4', idempotentInit: true } as never));
  expect(said).toMatch(/^idempotentInit needs baseUrl: nobody knows/);
  expect(refusal(() => createFdiClient({ ...rest, region: 'cn-north-4', idempotentInit: false }))).toMatch(/^nothing/);
});

test.each<[string, unknown, RegExp]>([
  ['timeOut', 5, /^timeOut is not an option of a call\. Its options are signal, timeout, maxRetries, headers\.$/],
  ['retries', 5, /^retries is not an option of a call/],
  ['signal', 'abort', /^signal must be an AbortSignal/],
  ['signal', null, /^signal must be an AbortSignal/],
  ['timeout', 0, /^timeout must be milliseconds/],
  ['maxRetries', 1.5, /^maxRetries must be a whole number/],
  ['headers', 7, /^headers must be an object/],
  ['headers', new Headers({ 'X-Own': 'mine' }), /^headers must be an object/],
  ['headers', [['X-Own', 'mine']], /^headers must be an object/],
])('the option %s of a call cannot be %j', async (name, value, said) => {
  const { fdi, asked } = stubClient([json({})]);
  for (const call of [() => fdi.tasks.count({ [name]: value }), () => fdi.tasks.all({}, { [name]: value })]) {
    const error = await failure(call());
    expect(isInvalidCallError(error) && error.message).toMatch(said);
  }
  expect(asked).toEqual([]);
});

test.each([null, 'task', 7])('the options of a call cannot be %j', async (options) => {
  const { fdi, asked } = stubClient([json({})]);
  expect(String(await failure(fdi.tasks.count(options as never)))).toContain(
    'The options of a call must be an object.',
  );
  expect(asked).toEqual([]);
});

const ring: Record<string, unknown> = {};
ring['ring'] = ring;

test.each<[string, unknown, string]>([
  ['NaN', { date_from: Date.parse('yesterday') }, 'date_from must be a finite number'],
  ['Infinity', { date_from: Number.POSITIVE_INFINITY }, 'date_from must be a finite number'],
  ['a bigint', { date_from: 1n }, 'date_from must be a finite number'],
  ['a number inside', { lists: [{ numbers: [1, Number.NaN] }] }, '1 must be a finite number'],
  ['itself', ring, 'ring lies too deep'],
])('a body cannot hold %s, which JSON has as null or not at all', async (_, body, said) => {
  const { fdi, asked } = stubClient([json({ message: 'Reset Success' })]);
  const error = await failure(fdi.compositeTasks.resetOffset('task', body as never));
  expect(isInvalidCallError(error) && error.message).toMatch(said);
  expect(asked).toEqual([]);
});

test('a body may hold null, texts, dates and numbers', async () => {
  const { fdi, asked } = stubClient([json({ message: 'Reset Success' })]);
  for (const date_from of [null, 1, undefined]) await fdi.compositeTasks.resetOffset('task', { date_from } as never);
  expect(asked.map(({ body }) => body)).toEqual(['{"date_from":null}', '{"date_from":1}', '{}']);
});

test.each([undefined, null, {}, { datasource_name: 7 }])('a data source cannot be found by %j', async (body) => {
  const { fdi, asked } = stubClient([json({})]);
  for (const call of [fdi.dataSources.findOrCreate(body as never), fdi.map(body as never, 'target')]) {
    expect(isInvalidCallError(await failure(call))).toBe(true);
  }
  expect(asked).toEqual([]);
});
