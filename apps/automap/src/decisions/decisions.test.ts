import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FormError } from '../catalogs/json-form.ts';
import { DecisionsError, decisionsOf, readDecisions } from './decisions.ts';

const catalogs = {
  source: {
    tables: [
      { schema: 'shop', name: 'users', columns: [{ name: 'mail' }, { name: 'fax' }] },
      { schema: 'old', name: 'users', columns: [] },
      { schema: 'shop', name: 'orders', columns: [{ name: 'id' }] },
    ],
  },
  target: { tables: [{ name: 'dim.customer', columns: [{ name: 'email' }] }] },
};
const orders = { source: 'orders', target: 'dim.customer' };

describe('decisions', () => {
  test('name tables with or without their schema, and columns', () => {
    const columns = [{ source: 'mail', target: 'email' }];
    expect(
      decisionsOf({ fixed: [{ source: 'shop.users', target: 'dim.customer', columns }], refused: [orders] }, catalogs),
    ).toEqual({
      fixed: [{ source: { schema: 'shop', name: 'users' }, target: { name: 'dim.customer' }, columns }],
      refused: [{ source: { schema: 'shop', name: 'orders' }, target: { name: 'dim.customer' } }],
    });
  });

  test('that a server takes are understood: what is accepted stays, data sources mean nothing here', () => {
    const document = {
      source_datasource_id: 'a',
      target_datasource_id: null,
      accepted: [{ ...orders, columns: null }],
      fixed: null,
      refused: [],
    };
    expect(decisionsOf(document, catalogs)).toEqual({
      fixed: [{ source: { schema: 'shop', name: 'orders' }, target: { name: 'dim.customer' } }],
      refused: [],
    });
  });

  test('may be none, on either side', () => {
    expect(decisionsOf({}, catalogs)).toEqual({ fixed: [], refused: [] });
    expect(decisionsOf({ refused: [] }, catalogs)).toEqual({ fixed: [], refused: [] });
  });

  test.each([
    [[], 'the whole must be an object with accepted, fixed, refused, source_datasource_id, target_datasource_id.'],
    [{ refuse: [] }, 'the whole has "refuse", which means nothing here'],
    [{ fixed: {} }, 'fixed must be a list.'],
    [{ fixed: [orders, null] }, 'fixed[1] must be an object with source, target, columns.'],
    [{ fixed: [{ source: 'orders' }] }, 'fixed[0].target must be a name'],
    [
      { refused: [{ ...orders, source: 'users' }] },
      'refused[0].source: several tables of the source are called "users": shop.users, old.users.',
    ],
    [
      { fixed: [{ ...orders, target: 'dim.custome' }] },
      'fixed[0].target: there is no table "dim.custome" in the target. The nearest are: dim.customer.',
    ],
    [{ fixed: [{ ...orders, source: 'Orders' }] }, 'fixed[0].source: there is no table "Orders"'],
    [
      { fixed: [{ ...orders, columns: [{ source: 'id', target: 'mail' }] }] },
      'fixed[0].columns[0].target: dim.customer has no column "mail". The nearest are: email.',
    ],
    [
      { fixed: [{ ...orders, columns: [{ source: 1, target: 'email' }] }] },
      'fixed[0].columns[0].source must be a name',
    ],
    [{ fixed: [{ ...orders, columns: 'id' }] }, 'fixed[0].columns must be a list.'],
  ])('%j are refused with the place', (value, message) => {
    expect(() => decisionsOf(value, catalogs)).toThrow(FormError);
    expect(() => decisionsOf(value, catalogs)).toThrow(message);
  });
});

describe('a file of decisions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-decisions-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    const file = join(folder, 'decisions.json');
    writeFileSync(file, text);
    return readDecisions(file, catalogs);
  };

  test('is read as JSON', async () => {
    expect((await read(`\u{feff}${JSON.stringify({ refused: [orders] })}`)).refused).toHaveLength(1);
  });

  test('is named where it cannot be used', async () => {
    await expect(read('{')).rejects.toThrow(/decisions\.json is no JSON/);
    await expect(read('{"fixed": 1}')).rejects.toThrow(/decisions\.json: fixed must be a list\.$/);
    await expect(readDecisions('/nowhere.json', catalogs)).rejects.toThrow('/nowhere.json does not exist.');
    await expect(readDecisions(folder, catalogs)).rejects.toThrow(DecisionsError);
  });
});
