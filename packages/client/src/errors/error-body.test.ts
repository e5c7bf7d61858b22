import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readErrorBody } from './error-body.ts';

const both = { code: 'FDI.1234', message: 'No.' };

test.each([
  ['the contract’s form', { error_code: 'FDI.1234', error_msg: 'No.' }],
  ['camel case', { errorCode: 'FDI.1234', errorMsg: 'No.' }],
  ['code and message', { code: 'FDI.1234', message: 'No.', request_id: 'r' }],
  ['wrapped with a status as number', { code: 400, reason: { error_code: 'FDI.1234', error_msg: 'No.' } }],
  ['below error', { error: { code: 'FDI.1234', message: 'No.' } }],
  ['in a list of errors', { errors: [{ error_code: 'FDI.1234', error_msg: 'No.' }] }],
])('%s is read', (_, body) => {
  expect(readErrorBody(JSON.stringify(body))).toEqual(both);
});

test('the contract’s form wins over another one that stands before it', () => {
  const body = { code: 'X', message: 'outer', reason: { error_code: 'FDI.1234', error_msg: 'No.' } };
  expect(readErrorBody(JSON.stringify(body))).toEqual(both);
});

test('a message alone is read', () => {
  expect(readErrorBody('{"message":"Bad gateway"}')).toEqual({ code: undefined, message: 'Bad gateway' });
});

test('whatever the body is, reading it gives strings or nothing and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { code, message } = readErrorBody(text);
      expect(['string', 'undefined']).toContain(typeof code);
      expect(['string', 'undefined']).toContain(typeof message);
    }),
  );
});
