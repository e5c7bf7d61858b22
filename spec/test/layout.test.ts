/** The contract's files are laid out as its house demands, and a file in the wrong place is told by name. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, type Contract, readBundle, readContract, specFolder, withChange } from './contract.ts';
import {
  componentFaults,
  hostFaults,
  misnamedOperations,
  nameFaults,
  orphans,
  referenceFaults,
  tableOfContentsFaults,
} from './layout.ts';

const contract = readContract();

/** The vendor's operations around composite tasks, in the vendor's words. */
const vendorOperations = [
  'BatchStartOrStopTasks',
  'CountTasks',
  'CreateDatasourceInfo',
  'CreateMultiTaskMappings',
  'CreateMultiTaskMappingsAutomatically',
  'CreateMultiTasks',
  'DeleteDatasourceInfoById',
  'DeleteMultiTaskMapping',
  'DeleteTask',
  'InstallMultiTasks',
  'ListDatasourceColumns',
  'ListDatasourceTables',
  'ListDatasources',
  'ListMultiTaskMappings',
  'ListTasks',
  'ResetMultiTaskOffset',
  'RunTask',
  'ShowDataourceDetail',
  'ShowTask',
  'StartTestDatasource',
  'StopTask',
  'UpdateDatasourceInfo',
  'UpdateMultiTaskMappings',
  'UpdateMultiTasks',
];

describe('references', () => {
  it('run from the root to paths, then to what paths are made of, then to schemas', () => {
    expect(referenceFaults(contract)).toEqual([]);
  });

  it('that run backwards are told', () => {
    const backwards = withChange(contract, 'headers/RetryAfter.yaml', (text) =>
      text.replace(/schema:[\s\S]*example/, 'schema:\n  $ref: ../parameters/Limit.yaml#/schema\nexample'),
    );
    expect(referenceFaults(backwards)).toEqual(['headers/RetryAfter.yaml refers back to parameters/Limit.yaml']);
  });

  it('that run in a circle, into their own file or nowhere are told', () => {
    const circle = withChange(contract, 'schemas/MappingInfo.yaml', (text) =>
      text.replace('properties:', 'properties:\n  whole: { $ref: MultiTaskMappingElement.yaml }'),
    );
    expect(referenceFaults(circle)).toContain('schemas/MappingInfo.yaml refers to itself in a circle');
    const own = withChange(contract, 'schemas/MappingInfo.yaml', (text) => `${text}  again: { $ref: '#/title' }\n`);
    expect(referenceFaults(own)).toEqual([
      'schemas/MappingInfo.yaml refers into itself: give the part a file of its own',
    ]);
    const nowhere = withChange(contract, 'paths/task.yaml', (text) =>
      text.replace('story.yaml#/show-draft', 'story.yaml#/x'),
    );
    expect(referenceFaults(nowhere)).toEqual(['paths/task.yaml refers to examples/story.yaml#/x, which is not there']);
    const noFile = withChange(contract, 'paths/task.yaml', (text) => text.replaceAll('TaskId.yaml', 'Task.yaml'));
    expect(referenceFaults(noFile)).toContain('paths/task.yaml refers to parameters/Task.yaml, which is not there');
  });

  it('lead to every file', () => {
    expect(orphans(contract)).toEqual([]);
    const added = withChange(contract, 'schemas/Forgotten.yaml', () => 'title: Forgotten\ntype: string\n');
    expect(orphans(added)).toEqual(['schemas/Forgotten.yaml']);
  });

  it('are all that the root has under paths, one file for each URL', () => {
    expect(tableOfContentsFaults(contract)).toEqual([]);
    const written = withChange(contract, 'openapi.yaml', (text) =>
      text.replace('$ref: paths/task.yaml', 'get: { operationId: showTask }'),
    );
    expect(tableOfContentsFaults(written)).toEqual([expect.stringContaining('is not a reference into paths/')]);
    const shared = withChange(contract, 'openapi.yaml', (text) =>
      text.replace('paths/task.yaml', 'paths/datasource.yaml'),
    );
    expect(tableOfContentsFaults(shared)).toEqual([expect.stringContaining('shares paths/datasource.yaml')]);
  });
});

describe('names', () => {
  it('are unique, in the case of their folder, and a schema is titled as its file', () => {
    expect(nameFaults(contract)).toEqual([]);
  });

  it('that are wrong are told', () => {
    const title = withChange(contract, 'schemas/MappingInfo.yaml', (text) => text.replace('MappingInfo', 'ColumnPair'));
    expect(nameFaults(title)).toEqual(['schemas/MappingInfo.yaml has the title ColumnPair']);
    const twice = withChange(contract, 'headers/TaskId.yaml', () => 'description: x');
    expect(nameFaults(twice)).toEqual(['headers/TaskId.yaml has the name of parameters/TaskId.yaml']);
    const wrongCase = withChange(contract, 'paths/MultiTasks.yaml', () => 'get: {}');
    expect(nameFaults(wrongCase)).toEqual(['paths/MultiTasks.yaml is not named in the case of paths/']);
  });

  it('of files are the names of the components in the bundle', () => {
    expect(componentFaults(contract, readBundle())).toEqual([]);
    const renamed = withChange(contract, 'schemas/Renamed.yaml', () => 'title: Renamed');
    expect(componentFaults(renamed, readBundle())).toEqual(['schemas/Renamed.yaml is no component']);
    expect(componentFaults(contract, { components: { schemas: { Stray: {} } } })).toContain(
      'component schemas/Stray has no file',
    );
  });

  it("of operations are the vendor's, in lower camel case, but for a misspelt one", () => {
    expect(misnamedOperations(contract, vendorOperations)).toEqual([]);
    const ours = withChange(contract, 'paths/task.yaml', (text) => text.replace('showTask', 'getTask'));
    expect(misnamedOperations(ours, vendorOperations)).toEqual([
      "getTask is not an operation of the vendor's",
      'ShowTask is missing',
    ]);
  });
});

it('The contract and the packages that speak it have one version', () => {
  const packages = ['package.json', '../packages/types/package.json', '../packages/client/package.json'].map((path) =>
    at(JSON.parse(readFileSync(specFolder + path, 'utf8')), 'version'),
  );
  const version = (files: Contract) => at(files.get('openapi.yaml')?.value, 'info', 'version');
  expect([...new Set(packages)]).toEqual([version(contract)]);
  const ahead = withChange(contract, 'openapi.yaml', (text) => text.replace(/^ {2}version: .*$/m, '  version: 9.9.9'));
  expect([...new Set(packages)]).not.toEqual([version(ahead)]);
});

it('No host is named but the declared servers', () => {
  expect(hostFaults(contract)).toEqual([]);
  const stranger = withChange(contract, 'schemas/MappingInfo.yaml', (text) =>
    text.replace('Name of the source column.', 'See https://docs.example.net/columns.'),
  );
  expect(hostFaults(stranger)).toEqual(['schemas/MappingInfo.yaml names https://docs.example.net/columns.']);
});
