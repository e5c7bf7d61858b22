/** Every fact says which document it comes from, and one that does not is found. */
import { describe, expect, test } from 'vitest';
import { type Contract, type Json, readContract, readSideFiles, withChange, withText } from './contract.ts';
import { fieldFacts, operationFacts } from './family-facts.ts';
import { sourced, sourceFaults } from './sources.ts';

const contract = readContract();
const known = readSideFiles().get('sources.yaml')!.value as Record<string, Json>;

describe('every property, parameter and operation', () => {
  test('names documents of sources.yaml, or is ours', () => {
    expect(sourced(contract).length).toBeGreaterThan(300);
    expect(sourceFaults(contract, known)).toEqual([]);
  });

  test("of the vendor's own tables names a document", () => {
    expect(unsourced(contract)).toEqual([]);
    const ours = withText(contract, 'schemas/TestConnectRsp.yaml', 'x-source: [definition-2025]\n', '');
    expect(sourceFaults(ours, known)).toEqual([]);
    expect(unsourced(ours)).toEqual(['TestConnectRsp.result']);
  });
});

describe('a fact is found', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'that names no document: a property',
      'schemas/MultiTaskExtInfo.yaml',
      'x-source: [init-page, definition-2025]\n',
      '',
      ['MultiTaskExtInfo', 'MultiTaskExtInfo.server_id'].map(
        (place) => `${place} names no source and is not marked x-origin`,
      ),
    ],
    [
      'that says of a property that it is from nowhere, and not that it is ours',
      'schemas/MappingInfo.yaml',
      '    type: string',
      '    x-source: []\n    type: string',
      ['MappingInfo.source_column names no source and is not marked x-origin'],
    ],
    [
      'that names no document: a parameter',
      'parameters/Offset.yaml',
      'x-source: [definition-2025, help-intl]\n',
      '',
      ['parameters/Offset names no source and is not marked x-origin'],
    ],
    [
      'that names no document: an operation',
      'paths/datasource.yaml',
      '  x-source: [definition-2025]\n',
      '',
      ['showDatasourceDetail names no source and is not marked x-origin'],
    ],
    [
      'that names an unknown document',
      'schemas/MysqlTimeout.yaml',
      'x-source: [definition-2025]',
      'x-source: [definition-2052]',
      ['MysqlTimeout names the source definition-2052, which is not in sources.yaml'],
    ],
    [
      'that names a document twice',
      'parameters/Limit.yaml',
      '[definition-2025, help-intl]',
      '[help-intl, help-intl]',
      ['parameters/Limit names a source twice'],
    ],
    [
      'that a self-hosted server alone has, and that is put down to the vendor',
      'schemas/MultiTaskMappingsPage.yaml',
      '    x-source: []\n',
      '',
      [
        "MultiTaskMappingsPage.unmapped_source_tables is self-hosted only and names the vendor's documents: say `x-source: []`",
      ],
    ],
    [
      'that repeats what it inherits',
      'schemas/MappingInfo.yaml',
      '    type: string',
      '    x-source: [init-page, definition-2025]\n    type: string',
      ['MappingInfo.source_column repeats the sources of the schema around it'],
    ],
  ])('%s', (_, file, from, to, faults) => {
    expect(sourceFaults(withText(contract, file, from, to), known)).toEqual(faults);
  });

  test('and so is a document that nothing names, or that is not described', () => {
    expect(sourceFaults(contract, { ...known, rumour: { title: 'Hearsay', at: 'x', date: 'x' } })).toEqual([
      'sources.yaml has rumour, which nothing names',
      'sources.yaml does not say the trust of rumour',
    ]);
  });

  test('in a part of a schema that is written out, too', () => {
    const added = withChange(
      contract,
      'schemas/Added.yaml',
      () => 'title: Added\nx-origin: roma-fdi\nallOf:\n  - properties: { own: { x-source: [nowhere] } }\n',
    );
    expect(sourceFaults(added, known)).toEqual(['Added.own names the source nowhere, which is not in sources.yaml']);
  });
});

/** Fields and operations of the vendor's tables that name no document. */
function unsourced(files: Contract): string[] {
  const places = sourced(files);
  const vendors = [
    ...Object.entries(fieldFacts).flatMap(([schema, fields]) =>
      fields.split(' ').map((field) => `${schema}.${field.replace('!', '')}`),
    ),
    ...operationFacts.map(({ id }) => id),
  ];
  // What a schema is made of names its documents where it is written.
  return vendors.filter((name) => places.some(({ place, sources }) => place === name && (sources?.length ?? 0) === 0));
}
