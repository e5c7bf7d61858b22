import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import type { Table } from './catalog.ts';
import { mapCatalogs } from './map-catalogs.ts';

const map = (source: Table[], target: Table[]) => mapCatalogs({ tables: source }, { tables: target });
const full = ({ schema, name }: Table) => (schema === undefined ? name : `${schema}.${name}`);
const brief = (source: Table[], target: Table[]) =>
  map(source, target).pairs.map((pair) => `${full(pair.source)}=${full(pair.target)} ${pair.reason} ${pair.percent}`);
/** Without the percentage, which says how sure the figures of the day are. */
const reasons = (source: Table[], target: Table[]) => brief(source, target).map((line) => line.replace(/ \d+$/, ''));
const left = (list: readonly { table: Table; reason: string }[]) =>
  list.map((entry) => `${full(entry.table)} ${entry.reason}`);

describe('mapCatalogs', () => {
  it('answers with the very objects that were passed in', () => {
    const [a, b, c, d] = [table('film', ['id']), table('only_here'), table('Film', ['ID']), table('only_there')];
    const mapping = map([a!, b!], [c!, d!]);
    expect(mapping.pairs[0]!.source).toBe(a);
    expect(mapping.pairs[0]!.target).toBe(c);
    expect(mapping.unmapped.source[0]!.table).toBe(b);
    expect(mapping.unmapped.target[0]!.table).toBe(d);
  });

  it('shows 87 for a certain pair with seven of eight columns, and 0 for a table without columns', () => {
    const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(brief([table('t', eight)], [table('t', eight.slice(1))])).toEqual(['t=t same-name 87']);
    expect(brief([table('t')], [table('t', ['a'])])).toEqual(['t=t same-name 0']);
  });

  it('keeps tables apart whose names differ by case alone', () => {
    const tables = () => [table('users', ['id']), table('Users', ['id'])];
    expect(brief(tables(), tables())).toEqual(['Users=Users same-name 100', 'users=users same-name 100']);
    expect(brief(tables(), [table('users', ['id'])])).toEqual(['users=users same-name 100']);
  });

  it('lets equal names win over any number of shared columns', () => {
    const columns = ['tax_rate', 'unit_price', 'discount'];
    expect(reasons([table('Item', columns)], [table('item', ['other']), table('goods', columns)])).toEqual([
      'Item=goods remainder',
      'Item=item folded-name',
    ]);
  });

  it('pairs names that differ by the prefix of a side', () => {
    const source = [table('sys_user', ['id']), table('sys_role', ['id']), table('sys_menu', ['id'])];
    const target = [table('User', ['id']), table('Role', ['id']), table('Menu', ['id'])];
    expect(reasons(source, target)).toEqual([
      'sys_menu=Menu bare-name',
      'sys_role=Role bare-name',
      'sys_user=User bare-name',
    ]);
  });

  it('pairs tables of different names by the columns that few other tables have', () => {
    const source = [table('customer', ['id', 'tax_no', 'credit_limit']), table('article', ['id', 'ean', 'weight'])];
    const target = [table('product', ['Id', 'Ean', 'Weight']), table('client', ['Id', 'TaxNo', 'CreditLimit'])];
    expect(reasons(source, target)).toEqual(['article=product synonym', 'customer=client synonym']);
  });

  it('prefers the same schema, then a schema that folds to it, and never merges schemas', () => {
    const source = [table('a.users', ['id']), table('b.users', ['id'])];
    expect(brief(source, [table('b.users', ['id']), table('A.users', ['id'])])).toEqual([
      'a.users=A.users same-name 100',
      'b.users=b.users same-name 100',
    ]);
  });

  it('decides between tables of one name by their columns, and halves the chance where these do not decide', () => {
    const source = [table('a.users', ['login', 'mail'])];
    expect(reasons(source, [table('x.users', ['city']), table('y.users', ['login', 'mail'])])).toEqual([
      'a.users=y.users same-name',
    ]);
    const twins = [table('x.users', ['login', 'mail']), table('y.users', ['login', 'mail'])];
    expect(reasons(source, twins)).toEqual(['a.users=x.users same-name']);
    expect(map(source, twins).pairs[0]!.confidence).toBeLessThanOrEqual(0.5);
  });

  it('looks in the default schema first where nothing else decides', () => {
    const source = [table('customers', ['login', 'mail'])];
    const twins = (schema: string) => [
      table('archive.customers', ['login', 'mail']),
      table(`${schema}.customers`, ['login', 'mail']),
    ];
    for (const schema of ['public', 'main', 'dbo']) {
      expect(reasons(source, twins(schema))).toEqual([`customers=${schema}.customers same-name`]);
    }
  });

  it('counts a rival that is already paired', () => {
    const users = (schema: string) => table(`${schema}.users`, ['login', 'mail']);
    const { pairs } = map([users('a'), users('b')], [users('a'), users('c')]);
    expect(pairs.map(({ source, target }) => [source.schema, target.schema])).toEqual([
      ['a', 'a'],
      ['b', 'c'],
    ]);
    expect(pairs[0]!.confidence).toBe(1);
    expect(pairs[1]!.confidence).toBeLessThanOrEqual(0.5);
  });

  it('tells for every other table why it stayed unmapped', () => {
    const long = 'x'.repeat(300);
    const source = [
      table('users', ['login', 'mail', 'phone']),
      table('Users', ['login']),
      table('weather', ['humidity']),
      table('invoice', ['number', 'due', 'total', 'tax', 'paid', 'note']),
      table(long, ['login']),
    ];
    const target = [
      table('users', ['login', 'mail', 'phone']),
      table('shoe', ['number', 'size', 'sole', 'lace', 'brand', 'colour']),
    ];
    const mapping = map(source, target);
    expect(left(mapping.unmapped.source)).toEqual([
      'Users counterpart-taken',
      'invoice no-counterpart',
      'weather no-counterpart',
      `${long} name-too-long`,
    ]);
    expect(left(mapping.unmapped.target)).toEqual(['shoe no-counterpart']);
  });

  it('says that a table lost its counterpart to a table with more in common', () => {
    const mapping = map(
      [table('a', ['tax', 'due']), table('b', ['tax', 'due', 'iban'])],
      [table('c', ['tax', 'due', 'iban'])],
    );
    expect(left(mapping.unmapped.source)).toEqual(['a counterpart-taken']);
  });

  it('leaves tables alone that nothing tells apart, once they are too many to compare', () => {
    const schemas = (letter: string) => Array.from({ length: 40 }, (_, i) => table(`${letter}${i}.users`, ['id']));
    const mapping = map(schemas('a'), schemas('b'));
    expect(mapping.unmapped.source.map(({ reason }) => reason)).toEqual(Array(40).fill('too-many-alike'));
    expect(brief(schemas('a'), schemas('A'))).toHaveLength(40);
  });

  it('shares the chance among all that are equally good, and pairs their columns', () => {
    const twins = (count: number) => Array.from({ length: count }, (_, i) => table(`s${i}.plate`, ['no', 'exposed']));
    for (const count of [3, 8]) {
      const [pair] = map([table('plate', ['no', 'exposed'])], twins(count)).pairs;
      expect([pair!.confidence, pair!.columns.length]).toEqual([Math.floor(1000 / count) / 1000, 2]);
    }
    const crowd = map([table('plate', ['no', 'exposed'])], twins(9));
    expect(crowd.pairs).toEqual([]);
    expect(left(crowd.unmapped.source)).toEqual(['plate too-many-alike']);
    expect(new Set(crowd.unmapped.target.map(({ reason }) => reason))).toEqual(new Set(['too-many-alike']));
  });

  it('sorts pairs by source schema, source table, target schema and target table', () => {
    const tables = [table('b.x', ['a']), table('a.y', ['b']), table('a.Y', ['c']), table('x', ['d'])];
    expect(brief(tables, tables)).toEqual([
      'x=x same-name 100',
      'a.Y=a.Y same-name 100',
      'a.y=a.y same-name 100',
      'b.x=b.x same-name 100',
    ]);
  });

  it('takes names that are special to JavaScript for names', () => {
    const names = ['__proto__', 'constructor', 'toString', '\ud800', '\u0000', ''];
    const tables = names.map((name) => ({ name, columns: names.map((column) => ({ name: column })) }));
    const mapping = map(tables, tables);
    expect(mapping.pairs.map(({ source, target, percent }) => [source === target, percent])).toEqual(
      names.map(() => [true, 100]),
    );
  });

  it('maps empty catalogs to nothing', () => {
    expect(map([], [])).toEqual({ pairs: [], unmapped: { source: [], target: [] } });
  });

  it('finds among hundreds of tables, where not everything is compared, what it finds among few', () => {
    const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se'];
    const word = (seed: number) =>
      [seed, seed * 7, seed * 31].map((n) => syllables[(n + (n >> 3)) % syllables.length]).join('') + (seed % 97);
    const tables = (name: (i: number) => string) =>
      Array.from({ length: 600 }, (_, i) =>
        table(name(i), ['id', `${word(i)}_no`, `${word(i + 5)}_date`, `${word(i * 3)}_${word(i * 5)}`, 'note']),
      );
    const plain = tables((i) => `${word(i)}_${i}`);
    for (const pair of map(plain, structuredClone(plain)).pairs)
      expect([pair.percent, pair.confidence]).toEqual([100, 1]);
    const renamed = map(
      plain,
      tables((i) => `x${i * 13}`),
    ).pairs;
    expect(renamed).toHaveLength(600);
    expect(renamed.every(({ columns }) => columns.every(({ source, target }) => source === target))).toBe(true);
  });
});
