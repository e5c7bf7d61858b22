/** The checks that are made from the contract, and the place that a fault is given. */
import * as contract from '@roma-fdi/types';
import { Fault, type Operation } from '@roma-fdi/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperationId } from '../errors/fdi-error.ts';
import { placeOf } from './place.ts';

const { installMultiTasks, listMultiTaskMappings, listDatasources, createDatasourceInfo, showTask } = contract;

function faultOf<Id extends OperationId>({ check }: Operation<Id>, answer: unknown) {
  try {
    check?.(answer, { answer }, 'answer', true);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { at: placeOf(fault, answer), expected: fault.expected };
  }
}

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

test('what is optional may be absent, and is of its type where it is there', () => {
  const least = { datasource_id: 'd' };
  expect(faultOf(createDatasourceInfo, { ...least, content: { port: '1' }, app_permission: ['new'] })).toBeUndefined();
  const faulty = (more: object) => faultOf(createDatasourceInfo, { ...least, ...more });
  expect(faulty({ update_time: 'soon' })).toEqual({ at: '.update_time', expected: 'a whole number up to 2^53' });
  expect(faulty({ create_time: 1.5 })?.at).toBe('.create_time');
  expect(faulty({ content: [] })).toEqual({ at: '.content', expected: 'an object' });
  expect(faulty({ content: { port: 1 } })).toEqual({ at: '.content.port', expected: 'a string' });
  expect(faulty({ content: { https: 'yes' } })).toEqual({ at: '.content.https', expected: 'true or false' });
  expect(faulty({ content: { mysql_timeout: 2 ** 60 } })?.at).toBe('.content.mysql_timeout');
  expect(faulty({ app_permission: ['new', 7] })).toEqual({ at: '.app_permission[1]', expected: 'a string' });
});

test('null is removed from every field of the contract and from its lists, and needed where a field is', () => {
  const answer = [
    null,
    { task_id: 't', ext_info: null, mappings: [null, { id: 'm', status: null, mapping: [{ source_column: null }] }] },
  ];
  expect(faultOf(installMultiTasks, answer)).toBeUndefined();
  expect(answer).toStrictEqual([{ task_id: 't', mappings: [{ id: 'm', mapping: [{}] }] }]);
  expect(faultOf(installMultiTasks, [{ task_id: null }])).toEqual({ at: '[0].task_id', expected: 'a string' });
  expect(faultOf(installMultiTasks, null)).toEqual({ at: '', expected: 'an array' });
});

test('what the contract does not name is passed over as it is', () => {
  const answer = [{ task_id: 't', more: [null, { deep: null }] }];
  expect(faultOf(installMultiTasks, answer)).toBeUndefined();
  expect(answer).toStrictEqual([{ task_id: 't', more: [null, { deep: null }] }]);
});

test('whatever JSON stands in an answer, it is right or its place is named', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const answer: unknown = JSON.parse(JSON.stringify([{ task_id: 't', mappings: [{ mapping: value }] }]));
      const fault = faultOf(installMultiTasks, answer);
      const isList = Array.isArray(value) || value === null;
      if (!isList) expect(fault).toEqual({ at: '[0].mappings[0].mapping', expected: 'an array' });
      else if (fault) expect(fault.at).toMatch(/^\[0\]\.mappings\[0\]\.mapping\[\d+\]/);
    }),
  );
});
