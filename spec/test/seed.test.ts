/** The bundled document holds every fact of the vendor's page, and each fact that goes missing is told. */
import { describe, expect, it } from 'vitest';
import { at, type Json, ownPart, readBundle } from './contract.ts';
import { fingerprint, operationFaults, tableFaults } from './seed.ts';
import { type SeedTable, seedTables } from './seed-facts.ts';

const bundle = readBundle();
const rows = seedTables.flatMap((table) => table.rows.map((row) => ({ ...row, table: table.table })));
const named = seedTables.filter(({ place }) => 'schema' in place);

describe('Every row of the seed is in the document, with its type and words of its own', () => {
  it.each(seedTables)('Table $table, $title', (table) => {
    expect(table.rows.length).toBeGreaterThan(0);
    expect(tableFaults(bundle, table)).toEqual([]);
  });

  it('in all 58 rows of 13 tables', () => {
    expect([seedTables.length, rows.length]).toEqual([13, 58]);
  });
});

describe('A row that the document loses', () => {
  it.each(named)('is told: Table $table, $title', (table) => {
    for (const { name } of table.rows) {
      const faults = tableFaults(
        edited(table, name, (fields) => delete fields[name]),
        table,
      );
      expect(faults).toContain(`Table ${table.table} (${table.title}), ${name}: is missing`);
    }
  });
});

describe('A row that the document changes', () => {
  it.each(named)('is told: Table $table, $title', (table) => {
    for (const { name } of table.rows) {
      const changed = edited(table, name, (fields) => {
        fields[name] = { type: 'number', description: '' };
      });
      expect(tableFaults(changed, table)).toEqual(
        expect.arrayContaining([
          expect.stringContaining(`${name}: has type number`),
          expect.stringContaining(`${name}: has no description`),
        ]),
      );
    }
  });

  it('to the sentence of the vendor, or to that of its neighbour, is told', () => {
    const table = seedTables.find((entry) => entry.table === 8)!;
    const copied = edited(table, 'source_table', (fields) => {
      fields['source_table'] = { type: 'string', description: 'source  table name' };
    });
    expect(tableFaults(copied, table)).toEqual([
      expect.stringContaining("source_table: has the vendor's own sentence"),
    ]);
    const twin = edited(table, 'source_table', (fields) => {
      fields['source_table'] = fields['target_table']!;
    });
    expect(tableFaults(twin, table)).toContainEqual(
      expect.stringContaining('source_table: has the description of target_table'),
    );
  });

  it('in its values is told', () => {
    const table = seedTables.find((entry) => entry.table === 11)!;
    const fewer = edited(table, 'status', (fields) => {
      fields['status'] = { type: 'string', description: 'How it is.', enum: ['AUTO', 'MANUAL'] };
    });
    expect(tableFaults(fewer, table)).toEqual([expect.stringContaining('status: has other values')]);
  });

  it('from optional to mandatory is told, and so is a path parameter that may be left out', () => {
    const body = seedTables.find((entry) => entry.table === 3)!;
    const demanding = copy((document) => {
      object(document, 'components', 'schemas', 'MultiTaskInitBody')['required'] = ['task_id'];
    });
    expect(tableFaults(demanding, body)).toEqual([expect.stringContaining('task_id: mandatory is true')]);
    const path = seedTables.find((entry) => entry.table === 1)!;
    const optional = copy((document) => {
      object(document, 'components', 'parameters', 'ProjectId')['required'] = false;
    });
    expect(tableFaults(optional, path)).toEqual([expect.stringContaining('project_id: mandatory is false')]);
  });

  it('in the header of the token or in an error is told', () => {
    const header = seedTables.find((entry) => entry.table === 2)!;
    const renamed = copy((document) => {
      object(document, 'components', 'securitySchemes', 'token')['name'] = 'X-Token';
    });
    expect(tableFaults(renamed, header)).toEqual([expect.stringContaining('X-Auth-Token: is missing')]);
    const short = copy((document) => {
      delete object(document, 'components', 'schemas', 'ErrorRsp', 'properties')['error_msg'];
    });
    for (const table of seedTables.filter(({ place }) => 'status' in place))
      expect(tableFaults(short, table)).toEqual([expect.stringContaining('error_msg: is missing')]);
  });
});

describe('The operation', () => {
  it('has the statuses, the body, the answer and the two limits of the page, and no limit more', () => {
    expect(operationFaults(bundle)).toEqual([]);
  });

  it.each<[string, string, (document: Json) => void]>([
    ['a status', 'status 404 is missing', (document) => delete init(document, 'responses')['404']],
    ['the body', 'the body is no MultiTaskInitBody', (document) => delete init(document)['requestBody']],
    [
      'the bare list',
      'the answer is no list of MultiTaskInitElement',
      (document) => {
        init(document, 'responses', '200', 'content', 'application/json', 'schema')['type'] = 'object';
      },
    ],
    [
      'a limit',
      'the lists that are cut are [["mappings",10]]',
      (document) =>
        delete object(
          ownPart(object(document, 'components', 'schemas', 'MultiTaskInitElement'))!,
          'properties',
          'schema_mappings',
        )['maxItems'],
    ],
    [
      'the openness of answers',
      'MultiTaskColumnInfo limits answers by maxLength',
      (document) => {
        object(document, 'components', 'schemas', 'MultiTaskColumnInfo', 'properties', 'field_name')['maxLength'] = 256;
      },
    ],
  ])('that loses %s is told', (_, fault, change) => {
    expect(operationFaults(copy(change))).toEqual([fault]);
  });
});

it('A sentence is known by its words, not by its capitals and stops', () => {
  expect(fingerprint('Task ID.')).toBe(fingerprint('task id'));
  expect(fingerprint('Task ID.')).not.toBe(fingerprint('Task name.'));
});

function copy(change: (document: Json) => void): Json {
  const document = structuredClone(bundle);
  change(document);
  return document;
}

/** A copy in which the fields of a table's schema are changed where they are declared: in it or in a part of it. */
function edited({ place }: SeedTable, name: string, change: (fields: Record<string, Json>) => void): Json {
  return copy((document) => {
    if (!('schema' in place)) throw new Error('Only a table below a schema has fields.');
    const owner = place.property ? extInfoOf(document, place.schema) : place.schema;
    const candidates = [owner, 'MultiTaskPair'].map((schema) =>
      object(ownPart(object(document, 'components', 'schemas', schema))!, 'properties'),
    );
    change(candidates.find((fields) => name in fields)!);
  });
}

function extInfoOf(document: Json, schema: string): string {
  const names = [schema, 'MultiTaskPair'];
  const refs = names.map((owner) => at(document, 'components', 'schemas', owner, 'properties', 'ext_info', '$ref'));
  return String(refs.find((ref) => ref !== undefined))
    .split('/')
    .at(-1)!;
}

function init(document: Json, ...place: string[]): Record<string, Json> {
  const [url] = Object.keys(object(document, 'paths')).filter((path) => path.endsWith('/multi-tasks/init'));
  return object(document, 'paths', url!, 'post', ...place);
}

function object(document: Json, ...place: string[]): Record<string, Json> {
  const found = at(document, ...place);
  if (found === null || typeof found !== 'object' || Array.isArray(found))
    throw new Error(`No object at ${place.join('/')}.`);
  return found;
}
