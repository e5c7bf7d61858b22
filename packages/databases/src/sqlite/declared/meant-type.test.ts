import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../../../../test/properties.ts';
import { columnDefinitions, mayQuoteTypes } from './column-definitions.ts';
import { meantType, typeOf } from './meant-type.ts';

describe('a declared type', () => {
  test.each([
    ['VARCHAR(255)', 'VARCHAR(255)'],
    ['numeric(10 , 2)', 'numeric(10 , 2)'],
    ['INT /* note, (5) */ UNSIGNED', 'INT UNSIGNED'],
    ['double -- hello (3)\n precision', 'double precision'],
    ['varchar /*(5)*/ (7)', 'varchar(7)'],
    ["INTEGER COMMENT '1 = owner (x)'", 'INTEGER'],
    ["int unsigned AUTO_INCREMENT COMMENT 'id'", 'int unsigned'],
    ['int comment "owner\'s"', 'int'],
    ['int IDENTITY(1,1)', 'int'],
    ['text CHARACTER SET utf8', 'text'],
    ['text charset utf8mb4', 'text'],
    ['comment', 'comment'],
    ['identity(5)', 'identity(5)'],
    ['COMMENT TEXT', 'COMMENT TEXT'],
    ['native character(70)', 'native character(70)'],
    ['/* nothing */', ''],
    ['/* never closed', ''],
    ['int "unsigned', 'int " unsigned'],
  ])('%j means %j', (declared, meant) => {
    expect(meantType(declared)).toBe(meant);
  });

  test('of any text is found without an error', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter }), (text) => typeof meantType(text) === 'string'));
  });
});

const meantIn = (sql: string) => columnDefinitions(sql).map(({ name, type }) => `${name}: ${typeOf(type)}`);

describe("a table's statement", () => {
  test.each([
    ['create table t(a [nvarchar](50), "b" "varchar" (20), c `int`)', ['a: nvarchar(50)', 'b: varchar(20)', 'c: int']],
    ['create table t([a b] [user-defined type](3))', ['a b: user-defined type(3)']],
    ["create table \"t(x\"(a[int] [unsigned]not null, 'b' 'text')", ['a: int unsigned', 'b: text']],
    [
      'create table t(a "double precision" default (1, 2), b [decimal](10 ,2) check (b > 0))',
      ['a: double precision', 'b: decimal(10,2)'],
    ],
    ['create table t(a [varchar(20)], /* x, */ b -- y, (\n"dec""imal"(3))', ['a: varchar(20)', 'b: dec"imal(3)']],
    ['create table t(a [integer] generated always as (1), b "INT" references u (c))', ['a: integer', 'b: INT']],
    ['create table t(a, b "int", constraint "p" primary key (a, b))', ['a: ', 'b: int', 'constraint: p']],
    ['no list', []],
  ])('%s declares what its author wrote', (sql, meant) => {
    expect(meantIn(sql)).toEqual(meant);
  });

  test.each([
    ['create table t(a [int])', true],
    ['create table t("a" integer, b`int`)', true],
    ['create table t("a" /* x */ "int")', true],
    ['create table t(/* x */ a -- y\n "int")', true],
    ['create table "t" ("a" integer not null default \'x\', "b" varchar(30), constraint "u" unique ("a", "b"))', false],
    ["create table t(a int check (a in ('x', 'y')))", false],
  ])('%s is asked for its types in quotes: %s', (sql, expected) => {
    expect(mayQuoteTypes(sql)).toBe(expected);
  });

  test('gives the names that SQLite itself finds, whatever they hold', () => {
    const quotes = fc.constantFrom<[string, string]>(['"', '"'], ["'", "'"], ['`', '`'], ['[', ']']);
    const name = fc.string({ unit: fc.constantFrom(...'ab (),"\'`[-/*é'), minLength: 1, maxLength: 6 });
    const quote = (text: string, [open, close]: [string, string]) =>
      open === '[' ? `[${text.replaceAll(']', '')}]` : open + text.replaceAll(close, close + close) + close;
    const database = new DatabaseSync(':memory:');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), quotes, quotes, (names, how, typed) => {
        const declared = names.map((text) => `${quote(text, how)} ${quote('int', typed)}(5)`);
        database.exec(`create table "t (" (${declared.join(' /* , */ , -- (\n')})`);
        const [row] = database.prepare('select sql from sqlite_schema').all();
        database.exec('drop table "t ("');
        expect(mayQuoteTypes(String(row?.['sql']))).toBe(true);
        expect(meantIn(String(row?.['sql']))).toEqual(names.map((text) => `${text}: int(5)`));
      }),
    );
    database.close();
  });
});
