import { createValidator, operationOf, readContract } from '@roma-fdi/contract';
import { expect, test } from 'vitest';
import { judgeAnswer } from './judge-answer.ts';

const contract = readContract();
const validator = await createValidator(contract);

const judge = (operationId: string, status: number, text: string, headers = {}, strict = true) =>
  judgeAnswer(
    validator,
    operationOf(contract, operationId),
    { status, headers: { 'x-request-id': 'a', ...headers }, bytes: Buffer.from(text) },
    strict,
  ).map(({ place, expected }) => `${place} ${expected}`);

test('a status without content has no body', () => {
  expect(judge('deleteTask', 204, '')).toEqual([]);
  expect(judge('deleteTask', 204, '{}')).toEqual(['The body must be empty']);
});

test('parameters of the media type, and its case, do not matter', () => {
  const text = '[{"task_id":"abc"}]';
  expect(judge('installMultiTasks', 200, text, { 'content-type': 'Application/JSON;charset=UTF-8' })).toEqual([]);
  expect(judge('installMultiTasks', 200, text, { 'content-type': 'application/jsonp' })).not.toEqual([]);
  expect(judge('installMultiTasks', 200, text, { 'content-type': ['application/json', 'text/html'] })).not.toEqual([]);
});

test('bytes that are no UTF-8 are no JSON', () => {
  const answer = { status: 200, headers: { 'content-type': 'application/json', 'x-request-id': 'a' } };
  const bytes = Buffer.from([0x22, 0xff, 0x22]);
  const [fault] = judgeAnswer(validator, operationOf(contract, 'installMultiTasks'), { ...answer, bytes }, true);
  expect(fault).toEqual({ place: 'The body', expected: 'must be valid JSON in UTF-8' });
});

test('answers are open: properties that are not described pass', () => {
  const text = '[{"task_id":"abc","new_property":1}]';
  expect(judge('installMultiTasks', 200, text, { 'content-type': 'application/json' })).toEqual([]);
});
