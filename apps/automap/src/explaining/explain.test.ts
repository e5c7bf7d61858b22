import type { CatalogMapping, Table } from '@roma-fdi/automap';
import { describe, expect, test } from 'vitest';
import { plainTerminal } from '../printing/terminal.ts';
import { createExplain } from './explain.ts';

const text = (name: string) => ({ name, type: 'TEXT' });
const customers: Table = {
  schema: 'main',
  name: 'customers',
  columns: [{ name: 'id', type: 'INTEGER' }, text('mail'), text('fax')],
};
const carts: Table = { schema: 'main', name: 'carts', columns: [text('note')] };
const dim: Table = {
  name: 'dim_customer',
  columns: [{ name: 'cust_no', type: 'DECIMAL(9)' }, text('email_address'), text('tel')],
};
const log: Table = { name: 'load_log', columns: [] };

const mapping: CatalogMapping = {
  pairs: [
    {
      source: customers,
      target: dim,
      percent: 54,
      confidence: 0.957,
      score: 0.957,
      reason: 'part-of-name',
      words: [{ source: 'customers', target: 'customer', relation: 'inflection' }],
      runnersUp: [
        { source: carts, target: dim, score: 0.31 },
        { source: customers, target: log, score: 0.1 },
      ],
      columns: [
        {
          source: 'id',
          target: 'cust_no',
          confidence: 0.7,
          score: 0.7,
          reason: 'same-key',
          words: [],
          runnersUp: [{ source: 'fax', target: 'cust_no', score: 0.41 }],
        },
        {
          source: 'mail',
          target: 'email_address',
          confidence: 0.93,
          score: 0.93,
          reason: 'part-of-name',
          words: [{ source: 'mail', target: 'mail', relation: 'same' }],
          runnersUp: [{ source: 'mail', target: 'tel', score: 0.05 }],
        },
      ],
      unmappedSourceColumns: [{ name: 'fax', reason: 'too-little-in-common', nearest: { name: 'tel', score: 0.2 } }],
      unmappedTargetColumns: [{ name: 'tel', reason: 'no-counterpart' }],
    },
  ],
  unmapped: {
    source: [{ table: carts, reason: 'counterpart-taken', nearest: { table: dim, score: 0.31 } }],
    target: [{ table: log, reason: 'no-counterpart' }],
  },
};
const explain = createExplain(mapping, plainTerminal());
const pair =
  'customers → dim_customer, 95: `customers` is a part of `dim_customer`, `customers` is another form of `customer`, next comes carts → dim_customer, 0.31 to 0.96';

describe('a table', () => {
  test('is told with its reason, its rivals and each of its columns, from either side or both', () => {
    const expected = [
      pair,
      '  considered: carts → dim_customer, 0.31',
      '  considered: load_log, 0.10',
      '  2 of 3 columns paired, mapping_percent 54',
      '  id → cust_no, 70: each is the primary key of its table, INTEGER becomes DECIMAL(9), next comes fax → cust_no, 0.41 to 0.70',
      '  mail → email_address, 93: `mail` is a part of `email_address`, both are text, no other column comes near',
      '  fax goes nowhere: the most similar column of the other table has too little in common with it; the nearest is tel, 0.20',
      '  tel is fed by nothing: no column of the other table resembles it',
    ].join('\n');
    const source = { side: 'source', table: customers } as const;
    const target = { side: 'target', table: dim } as const;
    for (const subject of [[source], [target], [source, target]]) expect(explain(subject)).toBe(expected);
  });

  test('that is in no pair is told with its nearest', () => {
    expect(explain([{ side: 'source', table: carts }])).toBe(
      'carts goes nowhere: the tables of the other side that it resembles go to others, which resemble them as much or more; the nearest is dim_customer, 0.31',
    );
    expect(explain([{ side: 'target', table: log }])).toBe(
      'load_log is fed by nothing: no table of the other side has its name or a column that identifies it',
    );
  });
});

describe('a column', () => {
  test('is told with its rivals and its tables', () => {
    const expected = [
      'customers.mail → dim_customer.email_address, 93: `mail` is a part of `email_address`, both are text, no other column comes near',
      '  considered: tel, 0.05',
      `  in ${pair}`,
    ].join('\n');
    expect(explain([{ side: 'source', table: customers, column: 'mail' }])).toBe(expected);
    expect(explain([{ side: 'target', table: dim, column: 'email_address' }])).toBe(expected);
  });

  test('that is unmapped is told with its nearest, and with the pair in which it is', () => {
    expect(explain([{ side: 'source', table: customers, column: 'fax' }])).toBe(
      `customers.fax goes nowhere: the most similar column of the other table has too little in common with it; the nearest is tel, 0.20\n  in ${pair}`,
    );
  });

  test('of a table that is in no pair is told with its table', () => {
    expect(explain([{ side: 'source', table: carts, column: 'note' }])).toMatch(
      /^carts\.note goes nowhere: its table is in no pair\n {2}carts goes nowhere: the tables/,
    );
  });
});

describe('names', () => {
  test('keep their schemas where a side has several, and lose control characters', () => {
    const odd: Table = { schema: 'a', name: 'x\u001b[2J', columns: [] };
    const several = {
      pairs: [],
      unmapped: {
        source: [
          { table: odd, reason: 'refused' as const },
          { table: carts, reason: 'refused' as const },
        ],
        target: [],
      },
    };
    expect(createExplain(several, plainTerminal())([{ side: 'source', table: odd }])).toBe(
      'a.x\u{FFFD}[2J goes nowhere: the pair that was found was refused',
    );
  });
});
