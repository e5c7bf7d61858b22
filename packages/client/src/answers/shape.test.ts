import { type AnswerShape, answerShapes } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { findFault } from './shape.ts';

const { installMultiTasks, listMultiTaskMappings, listDatasources, createDatasourceInfo, showTask } = answerShapes;

const faultOf = (shape: AnswerShape | null, value: unknown) => shape && findFault(value, shape);

test.each([
  ['one element with its id alone', [{ task_id: 't' }]],
  ['no element', []],
  ['fields and values that are newer than this client', [{ task_id: 't', more: 1, mappings: [{ status: 'NEW' }] }]],
])('init: %s is an answer', (_, answer) => {
  expect(faultOf(installMultiTasks, answer)).toBeUndefined();
});

test.each([
  ['not an array', { task_id: 't' }, '', 'an array'],
  ['an element that is no object', ['t'], '[0]', 'an object'],
  ['an element that is a list', [[]], '[0]', 'an object'],
  ['an element without task_id', [{ task_id: 't' }, {}], '[1].task_id', 'a string'],
  ['a task_id that is a number', [{ task_id: 7 }], '[0].task_id', 'a string'],
  ['mappings that are no list', [{ task_id: 't', mappings: {} }], '[0].mappings', 'an array'],
  ['columns that are no list', [{ task_id: 't', mappings: [{ mapping: 'x' }] }], '[0].mappings[0].mapping', 'an array'],
])('init: %s is named with its place', (_, answer, at, expected) => {
  expect(faultOf(installMultiTasks, answer)).toEqual({ at, expected });
});

test('a whole number that JSON.parse has rounded is named, not given', () => {
  for (const number of ['9007199254740993', '1e400', '-1e400']) {
    const rounded: unknown = JSON.parse(`{"task_id":"t","mappings":[{"updated_time":${number}}]}`);
    expect(faultOf(listMultiTaskMappings, rounded)).toEqual({
      at: '.mappings[0].updated_time',
      expected: 'a whole number up to 2^53',
    });
  }
  const largest: unknown = JSON.parse('{"task_id":"t","mappings":[{"updated_time":9007199254740991}]}');
  expect(faultOf(listMultiTaskMappings, largest)).toBeUndefined();
});

test('a page of data sources needs its list and its counts, a task its facts', () => {
  expect(faultOf(listDatasources, { total: 0, size: 0, entities: [] })).toBeUndefined();
  expect(faultOf(listDatasources, { total: 0, size: 0 })).toEqual({ at: '.entities', expected: 'an array' });
  expect(faultOf(listDatasources, { total: '0', size: 0, entities: [] })?.at).toBe('.total');
  expect(faultOf(showTask, { task: {} })).toBeUndefined();
  expect(faultOf(showTask, {})).toEqual({ at: '.task', expected: 'an object' });
});

test('of what is optional in a data source, lists and whole numbers are looked at', () => {
  const least = { datasource_id: 'd' };
  expect(faultOf(createDatasourceInfo, { ...least, content: { port: '1' }, app_permission: ['new'] })).toBeUndefined();
  expect(faultOf(createDatasourceInfo, { ...least, update_time: 'soon', create_time: 1.5 })).toBeUndefined();
  expect(faultOf(createDatasourceInfo, { ...least, content: [] })?.at).toBe('.content');
  expect(faultOf(createDatasourceInfo, { ...least, content: { mysql_timeout: 2 ** 60 } })?.at).toBe(
    '.content.mysql_timeout',
  );
});
