import { describe, expect, it } from 'vitest';
import { exactNames, foldedNames } from '../bench/parts/peers.ts';
import { rocArea, score } from '../bench/parts/score.ts';
import { table } from './table.ts';

const truth = {
  tables: [
    ['film', 'Film'],
    ['actor', 'Actor'],
  ] as const,
  columns: [
    ['film', 'id', 'Film', 'ID'],
    ['film', 'title', 'Film', 'Title'],
    ['actor', 'id', 'Actor', 'ID'],
  ] as const,
};
const film = {
  source: 'film',
  target: 'Film',
  percent: 95,
  columns: [
    { source: 'id', target: 'ID' },
    { source: 'title', target: 'Title' },
  ],
};
const actor = { source: 'actor', target: 'Actor', percent: 90, columns: [{ source: 'id', target: 'ID' }] };

describe('score', () => {
  it('is 1 for the truth itself', () => {
    expect(score([film, actor], truth)).toMatchObject({
      columnF1: 1,
      tableF1: 1,
      confident: 2,
      confidentRight: 2,
      tablesRight: 2,
    });
  });

  it('counts a right column in a wrong table pair as wrong, and what is missing', () => {
    const swapped = { ...actor, target: 'Film' };
    expect(score([film, swapped], truth)).toMatchObject({
      columnF1: 4 / 6,
      tableF1: 0.5,
      confident: 2,
      confidentRight: 1,
    });
    expect(score([film], truth)).toMatchObject({ columnF1: 4 / 5, tableF1: 2 / 3 });
    expect(score([], truth)).toMatchObject({ columnF1: 0, tableF1: 0, confident: 0, rocArea: undefined });
  });

  it('compares names character for character', () => {
    expect(score([{ ...film, target: 'film' }], truth)).toMatchObject({ columnF1: 0, tableF1: 0 });
  });

  it('leaves out source tables that are not judged and columns that are neither right nor wrong', () => {
    const odd = { source: 'log', target: 'Log', percent: 99, columns: [{ source: 'a', target: 'b' }] };
    expect(score([film, actor, odd], truth).columnF1).toBeLessThan(1);
    expect(score([film, actor, odd], { ...truth, judged_source_tables: ['film', 'actor'] })).toMatchObject({
      columnF1: 1,
      tableF1: 1,
    });
    expect(score([film, actor, odd], { ...truth, ignore_columns: [['log', 'a', 'Log', 'b']] }).columnF1).toBe(1);
  });
});

describe('rocArea', () => {
  const tables = (...pairs: [number, boolean][]) => pairs.map(([percent, right]) => ({ percent, right }));

  it('is 1 where every right pair is above every wrong one, 0 the other way round, a half for ties', () => {
    expect(rocArea(tables([90, true], [80, true], [70, false]))).toBe(1);
    expect(rocArea(tables([60, true], [70, false]))).toBe(0);
    expect(rocArea(tables([70, true], [70, false]))).toBe(0.5);
  });

  it('is not defined where nothing is wrong', () => {
    expect(rocArea(tables([90, true]))).toBeUndefined();
  });
});

describe('the peers', () => {
  const source = { tables: [table('film', ['film_id', 'title']), table('log', ['at'])] };
  const target = { tables: [table('Log', ['at']), table('film', ['FilmId', 'title'])] };

  it('join equal names', () => {
    expect(exactNames(source, target)).toEqual([
      { source: 'film', target: 'film', percent: 50, columns: [{ source: 'title', target: 'title' }] },
    ]);
  });

  it('join folded names, each at most once', () => {
    const answers = foldedNames({ tables: [...source.tables, table('LOG', ['at'])] }, target);
    expect(answers.map((answer) => [answer.source, answer.target, answer.percent])).toEqual([
      ['film', 'film', 100],
      ['log', 'Log', 100],
    ]);
  });
});
