/** The contract refuses what it must refuse, each body for the reason in its first line, and takes what it must take. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBy, readSamples, sample } from './bodies.ts';
import { at, items, type Json, ownPart, readBundle, readContract } from './contract.ts';
import { operations } from './operations.ts';

const bundle = readBundle();
const judge = judgeBy(bundle);
const told = operations(readContract());

describe('The contract refuses', () => {
  it.each(readSamples('rejects'))('$file: $fault', ({ schema, fault, body }) => {
    expect(judge(schema, body)).toEqual([fault]);
  });

  it('each for a reason that its file gives', () => {
    expect(readSamples('rejects').filter(({ fault }) => fault === undefined)).toEqual([]);
    expect(() => sample('unsaid', 'task_id: init\n')).toThrow(/unsaid: the first line must read/);
  });
});

describe('The contract takes', () => {
  it.each(readSamples('accepts'))('$file', ({ schema, fault, body }) => {
    expect(fault).toBeUndefined();
    expect(judge(schema, body)).toEqual([]);
  });

  it('every request of the story and the vendor’s own', () => {
    const requests = told.flatMap(({ bodies = [], bodySchema }) =>
      bodies.map(({ value }) => [bodySchema!, value] as const),
    );
    expect(requests.length).toBeGreaterThan(8);
    expect(requests.flatMap(([schema, body]) => judge(schema, body))).toEqual([]);
  });

  it('all 36 types of data source, the self-hosted one among them', () => {
    const types = items(at(bundle, 'components', 'schemas', 'DatasourceType', 'enum'));
    expect(types).toHaveLength(36);
    expect(types).toContain('SQLITE');
    const relational = items(
      at(ownPart(at(bundle, 'components', 'schemas', 'RelationalDatasource')), 'properties', 'datasource_type', 'enum'),
    );
    expect(relational).toHaveLength(8);
    const address = { host: 'h', port: '1', database_name: 'd', user_name: 'u' };
    for (const datasource_type of types) {
      const { database_name } = address;
      const content = relational.includes(datasource_type)
        ? address
        : datasource_type === 'SQLITE'
          ? { database_name }
          : {};
      expect(judge('DatasourceInfo', { datasource_name: 'shop', datasource_type, app_id: 'app-1', content })).toEqual(
        [],
      );
    }
  });
});

describe('A parameter', () => {
  it.each<[string, string, Json]>([
    ['TaskId', 'pattern', 'init'],
    ['TaskId', 'pattern', '..%2f'],
    ['TaskId', 'pattern', '../tasks'],
    ['TaskId', 'pattern', 't'.repeat(51)],
    ['ProjectId', 'pattern', ''],
    ['ProjectId', 'pattern', 'p'.repeat(65)],
    ['InstanceId', 'pattern', 'a b'],
    ['DatasourceId', 'pattern', 'abc\0'],
    ['Limit', 'maximum', 1000],
    ['MappingsLimit', 'minimum', 0],
    ['MappingsLimit', 'maximum', 10001],
    ['MappingsOffset', 'minimum', -1],
    ['SortType', 'enum', 'asc'],
    ['SourceDatasourceId', 'pattern', 'a/b'],
    ['TableName', 'maxLength', 'n'.repeat(257)],
    ['MappingFields', 'enum', 'ids'],
    ['MappingExplain', 'type', 'true'],
    ['MappingStatusFilter', 'enum', 'auto'],
    ['MaxPercent', 'maximum', 101],
    ['AppIdFilter', 'pattern', 'a\nb'],
  ])('%s is refused by its %s: %j', (name, keyword, value) => {
    expect(judge(`parameters/${name}/schema`, value)).toEqual([`${keyword} at /`]);
  });

  it.each<[string, Json]>([
    ['TaskId', 'abc'],
    ['TaskId', 'init-2'],
    ['ProjectId', 'p'.repeat(64)],
    ['InstanceId', '3f1e9c52-7b84-4c1d-9a60-5d2f8e7b6c41'],
    ['Limit', 0],
    ['Limit', 999],
    ['MappingsLimit', 1000],
    ['SourceDatasourceId', ''],
    ['TableName', 'Übersicht.商店'],
  ])('%s may be %j', (name, value) => {
    expect(judge(`parameters/${name}/schema`, value)).toEqual([]);
  });
});

describe('A judge that is too mild is found', () => {
  it.each([
    ['an open request', 'MultiTaskInitBody', 'additionalProperties', 'init-unknown-property'],
    ['an answer without limits', 'MultiTaskPair', 'required', 'answer-element-without-task-id'],
    ['open content', 'AddressContent', 'additionalProperties', 'data-source-content-unknown-property'],
  ])('by a sample that passes: %s', (_, schema, keyword, file) => {
    const mild = structuredClone(bundle);
    const target = at(mild, 'components', 'schemas', schema) as Record<string, Json>;
    expect(target).toHaveProperty(keyword);
    delete target[keyword];
    const mildJudge = judgeBy(mild);
    const passing = readSamples('rejects').filter((entry) => mildJudge(entry.schema, entry.body).length === 0);
    expect(passing.map((entry) => entry.file)).toContain(file);
  });
});

describe('An ID of init', () => {
  const letters = [...'ABCXYZabcxyz0189_-'];

  it('fits when it is 1 to 64 letters, digits, underscores or hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 64 }), (id) => {
        expect(judge('MultiTaskInitBody', { source_datasource_id: id, target_datasource_id: id })).toEqual([]);
      }),
    );
  });

  it('is refused when any other character, whole or half, stands in it', () => {
    const other = fc.oneof(
      fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
      fc.constantFrom('\n', '/', '.'),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
        other.filter((character) => !/^[\w-]$/.test(character)),
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
        (before, character, after) => {
          expect(judge('MultiTaskInitBody', { source_datasource_id: before + character + after })).toEqual([
            'pattern at /source_datasource_id',
          ]);
        },
      ),
    );
  });
});

it('Every schema of a request is judged by at least one sample on either side', () => {
  const judged = (folder: 'rejects' | 'accepts') => new Set(readSamples(folder).map(({ schema }) => schema));
  const requests = new Set(told.flatMap(({ bodySchema }) => bodySchema ?? []));
  expect(requests.size).toBe(9);
  for (const schema of requests) {
    expect(judged('rejects')).toContain(schema);
    expect(judged('accepts')).toContain(schema);
  }
});
