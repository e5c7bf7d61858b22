/** The examples tell one story from the first call to the last, and an example that leaves it is told. */
import { describe, expect, it } from 'vitest';
import { at, type Contract, readContract, withChange } from './contract.ts';
import { incompleteFailures, strangersInMessages, strayCodes } from './failures.ts';
import { operations } from './operations.ts';
import {
  failureFaults,
  idFaults,
  mappingFaults,
  missingExamples,
  pairFaults,
  storageFaults,
  tableFaults,
} from './story.ts';

const contract = readContract();
const told = operations(contract);

/** The operations of a contract in which one piece of text of one file is another. */
function retold(path: string, from: string, to: string): ReturnType<typeof operations> {
  return operations(edited(path, from, to));
}

function edited(path: string, from: string, to: string): Contract {
  return withChange(contract, path, (text) => text.replace(from, to));
}

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
    expect(missingExamples(retold('parameters/TableName.yaml', 'example: orders', ''))).toEqual([
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
    const inline = edited('paths/task.yaml', '$ref: ../examples/story.yaml#/show-draft', 'value: { task: {} }');
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
      pairFaults(retold('paths/multi-tasks-init.yaml', '          one-data-source:\n', '          half-a-pair:\n')),
    ).toEqual(['installMultiTasks has no answer to its example half-a-pair']);
    expect(pairFaults(retold('parameters/DatasourceId.yaml', 'in-use:', 'busy:'))).toEqual([
      'deleteDatasourceInfoById has no answer to its example busy',
    ]);
  });
});

describe('The IDs of the story', () => {
  it('agree from the first call to the last, and so do the names beside them', () => {
    expect(idFaults(told)).toEqual([]);
    expect(mappingFaults(told)).toEqual([]);
  });

  it.each([
    [
      'a data source that no call created',
      '[*shop, *warehouse]',
      '[*shop, { datasource_id: 77 }, { datasource_id: "77" }]',
      'no call created datasource_id 77',
    ],
    [
      'a task that no call assigned',
      'task_id: *task\n      task_type',
      'task_id: another\n      task_type',
      'no call assigned task_id another',
    ],
    ['another task in the path', 'value: *task\n', 'value: *unknown-id\n', 'does not begin with the task of the story'],
    ['another project', 'project_id: c2f0', 'project_id: d2f0', 'another project_id than in the rest of the story'],
    [
      'another name',
      'target_datasource_name: *warehouse-name',
      'target_datasource_name: depot',
      'target_datasource_name is not that of the data source',
    ],
  ])('that tell of %s are found', (_, from, to, fault) => {
    expect(idFaults(retold('examples/story.yaml', from, to))).toContainEqual(expect.stringContaining(fault));
  });

  it('include those in the messages of failures', () => {
    expect(strangersInMessages(contract, told)).toEqual([]);
    const other = edited('errors.yaml', 'in use by task 4e', 'in use by task 5e');
    expect(strangersInMessages(other, operations(other))).toEqual([expect.stringMatching(/tells of 5e/)]);
  });

  it('are asked for with tables that the story maps', () => {
    expect(tableFaults(told)).toEqual([]);
    expect(tableFaults(retold('parameters/TargetTable.yaml', 'public.Orders', 'public.sales_order'))).toEqual([
      'listMultiTaskMappings asks for public.sales_order, a table that the story does not map',
    ]);
  });

  it('come with mappings whose columns are those of their tables', () => {
    expect(
      mappingFaults(retold('examples/story.yaml', 'target_column: CustomerId', 'target_column: BuyerId')),
    ).toContain('examples/story.yaml#/init-auto-mapping: BuyerId is no column of public.Orders');
    expect(
      mappingFaults(retold('examples/story.yaml', 'mappings_total_count: 2', 'mappings_total_count: 1')),
    ).toContain('examples/story.yaml#/init-auto-mapping counts fewer mappings than it shows');
  });
});

describe('A failure', () => {
  it('stands under its own status, the general one first and the vendor’s examples behind', () => {
    expect(failureFaults(told)).toEqual([]);
    expect(failureFaults(retold('responses/Forbidden.yaml', '#/Forbidden', '#/Unauthenticated'))).toContain(
      'showTask shows errors.yaml#/Unauthenticated under 403, but it comes with 401',
    );
    expect(
      failureFaults(retold('responses/InvalidParameters.yaml', '#/InvalidParameters', '#/TaskListEmpty')),
    ).toContain('showTask does not show the general failure first under 400');
    const vendorFirst = retold(
      'paths/multi-tasks-init.yaml',
      '            no-such-operation:\n',
      '            vendor-first:\n',
    );
    expect(failureFaults(vendorFirst)).toEqual(["installMultiTasks shows the vendor's example first under 404"]);
  });

  it('tells its meaning, cause, remedy and origin in a message of at most 512 characters', () => {
    expect(incompleteFailures(contract)).toEqual([]);
    const bare = withChange(
      contract,
      'errors.yaml',
      (text) => `${text}\nBare:\n  value: { error_msg: ${'long '.repeat(103)} }\n`,
    );
    expect(incompleteFailures(bare)).toEqual([
      'Bare has no summary',
      'Bare has no x-cause',
      'Bare has no x-remedy',
      'Bare has no x-origin',
      'Bare has no x-status',
      'Bare has no code',
      'Bare has a message of 514 characters',
    ]);
  });

  it('has its code written in errors.yaml alone', () => {
    expect(strayCodes(contract)).toEqual([]);
    const [stray] = /FDI\.\d{4}/.exec(contract.get('errors.yaml')?.text ?? '') ?? [];
    const written = withChange(contract, 'responses/Forbidden.yaml', (text) => `${text}# answers ${stray}\n`);
    expect(strayCodes(written)).toEqual([`responses/Forbidden.yaml writes ${stray}`]);
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
    expect(vendorFacts(retold('examples/vendor.yaml', 'ext_info: null', 'ext_info: {}'))[0]).not.toEqual(vendorRequest);
    expect(vendorFacts(retold('errors.yaml', 'The task list is empty.', 'No task was given.'))[1]).not.toEqual(
      vendorFailures[0],
    );
  });

  /** The examples under `vendor-*` names: the request, then status, code and message of each failure. */
  function vendorFacts(all: ReturnType<typeof operations>): unknown[] {
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
