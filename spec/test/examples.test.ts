/** Every place has an example that is stored once, and one that is missing, unused or unanswered is told. */
import { describe, expect, it } from 'vitest';
import { at, readContract, withChange, withText } from './contract.ts';
import { missingExamples, pairFaults, storageFaults } from './examples.ts';
import { type Operation, operations, retold } from './operations.ts';

const contract = readContract();
const told = operations(contract);

describe('Every body, answer and parameter has an example', () => {
  it('under every operation and status', () => {
    expect(told.length).toBeGreaterThan(0);
    expect(missingExamples(told)).toEqual([]);
  });

  it('and one that is missing is told', () => {
    const noAnswer = withChange(contract, 'paths/task.yaml', (text) => text.replace(/ {10}examples:\n.*\n.*\n/, ''));
    expect(missingExamples(operations(noAnswer))).toEqual(['showTask has no example of its answer 200']);
    const noBody = withChange(contract, 'paths/datasources.yaml', (text) =>
      text.replace(/ {8}examples:[\s\S]*?responses:/, 'responses:'),
    );
    expect(missingExamples(operations(noBody))).toEqual(['createDatasourceInfo has no example of its body']);
    expect(missingExamples(retold(contract, 'parameters/TableName.yaml', 'example: orders', ''))).toEqual([
      'listMultiTaskMappings has no example of table_name',
    ]);
  });
});

describe('Every example is stored once', () => {
  it('in examples/ or errors.yaml, and is used', () => {
    expect(storageFaults(contract, told)).toEqual([]);
  });

  it('and one that is unused or written out is told', () => {
    const unused = withChange(contract, 'examples/story.yaml', (text) => `${text}\nforgotten:\n  value: {}\n`);
    expect(storageFaults(unused, operations(unused))).toEqual(['examples/story.yaml#/forgotten is used nowhere']);
    const inline = withText(
      contract,
      'paths/task.yaml',
      '$ref: ../examples/story.yaml#/show-draft',
      'value: { task: {} }',
    );
    expect(storageFaults(inline, operations(inline))).toEqual([
      'examples/story.yaml#/show-draft is used nowhere',
      'paths/task.yaml writes out the example draft: store it in examples/',
    ]);
  });
});

describe('A request and an answer belong together by their key', () => {
  it('and no request is without an answer', () => {
    expect(pairFaults(told)).toEqual([]);
  });

  it('and one without an answer is told', () => {
    expect(
      pairFaults(
        retold(contract, 'paths/multi-tasks-init.yaml', '          one-data-source:\n', '          half-a-pair:\n'),
      ),
    ).toEqual(['installMultiTasks has no answer to its example half-a-pair']);
    expect(pairFaults(retold(contract, 'parameters/DatasourceId.yaml', 'in-use:', 'busy:'))).toEqual([
      'showDatasourceDetail has no answer to its example busy',
      'updateDatasourceInfo has no answer to its example busy',
      'deleteDatasourceInfoById has no answer to its example busy',
      'startTestDatasource has no answer to its example busy',
      'listDatasourceTables has no answer to its example busy',
      'listDatasourceColumns has no answer to its example busy',
    ]);
  });
});

describe('The vendor’s own examples', () => {
  const vendorRequest = {
    ext_info: null,
    source_datasource_id: '30969b205e8f4392a25fb321112d1753',
    target_datasource_id: '30969b205e8f4392a25fb321112d1753',
    task_id: null,
    auto_mapping: false,
  };
  const vendorFailures = [
    ['400', 'FDI.3150', 'The task list is empty.'],
    ['404', 'FDI.3083', 'One or more scheduled tasks are not configured with scheduled plans.'],
  ] as const;

  it('are kept as facts beside the story', () => {
    expect(vendorFacts(told)).toEqual([vendorRequest, ...vendorFailures]);
  });

  it('are told when they differ', () => {
    expect(vendorFacts(retold(contract, 'examples/vendor.yaml', 'ext_info: null', 'ext_info: {}'))[0]).not.toEqual(
      vendorRequest,
    );
    expect(
      vendorFacts(retold(contract, 'errors.yaml', 'The task list is empty.', 'No task was given.'))[1],
    ).not.toEqual(vendorFailures[0]);
  });

  /** The examples under `vendor-*` names: the request, then status, code and message of each failure. */
  function vendorFacts(all: readonly Operation[]): unknown[] {
    return all.flatMap(({ bodies = [], answers }) => [
      ...bodies.filter(({ key }) => key.startsWith('vendor-')).map(({ value }) => value),
      ...answers.flatMap(({ status, examples }) =>
        examples
          .filter(({ key }) => key.startsWith('vendor-'))
          .map(({ value }) => [status, at(value, 'error_code'), at(value, 'error_msg')]),
      ),
    ]);
  }
});
