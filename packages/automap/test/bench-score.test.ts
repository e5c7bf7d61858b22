import { describe, expect, it } from 'vitest';
import { rocArea, rocAreas, sureShare } from '../bench/parts/certainty.ts';
import { exactNames, foldedNames } from '../bench/parts/peers.ts';
import { score } from '../bench/parts/score.ts';
import { tiersOf } from '../bench/parts/sets.ts';
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
  confidence: 0.99,
  columns: [
    { source: 'id', target: 'ID' },
    { source: 'title', target: 'Title' },
  ],
};
const actor = {
  source: 'actor',
  target: 'Actor',
  percent: 90,
  confidence: 0.7,
  columns: [{ source: 'id', target: 'ID' }],
};

describe('score', () => {
  it('is 1 for the truth itself', () => {
    expect(score([film, actor], truth)).toEqual({
      columnF1: 1,
      tableF1: 1,
      tables: [
        { right: true, percent: 95, confidence: 0.99 },
        { right: true, percent: 90, confidence: 0.7 },
      ],
    });
  });

  it('counts a right column in a wrong table pair as wrong, and what is missing', () => {
    const swapped = { ...actor, target: 'Film' };
    expect(score([film, swapped], truth)).toMatchObject({
      columnF1: 4 / 6,
      tableF1: 0.5,
      tables: [{ right: true }, { right: false }],
    });
    expect(score([film], truth)).toMatchObject({ columnF1: 4 / 5, tableF1: 2 / 3 });
    expect(score([], truth)).toEqual({ columnF1: 0, tableF1: 0, tables: [] });
  });

  it('compares names character for character', () => {
    expect(score([{ ...film, target: 'film' }], truth)).toMatchObject({ columnF1: 0, tableF1: 0 });
  });

  it('leaves out source tables that are not judged and columns that are neither right nor wrong', () => {
    const odd = { source: 'log', target: 'Log', percent: 99, confidence: 1, columns: [{ source: 'a', target: 'b' }] };
    expect(score([film, actor, odd], truth).columnF1).toBeLessThan(1);
    expect(score([film, actor, odd], { ...truth, judged_source_tables: ['film', 'actor'] })).toMatchObject({
      columnF1: 1,
      tableF1: 1,
    });
    expect(score([film, actor, odd], { ...truth, ignore_columns: [['log', 'a', 'Log', 'b']] }).columnF1).toBe(1);
  });
});

describe('rocArea', () => {
  const items = (...pairs: [number, boolean][]) => pairs.map(([value, right]) => ({ value, right }));

  it('is 1 where every right pair is above every wrong one, 0 the other way round, a half for ties', () => {
    expect(rocArea(items([90, true], [80, true], [70, false]))).toBe(1);
    expect(rocArea(items([60, true], [70, false]))).toBe(0);
    expect(rocArea(items([70, true], [70, false]))).toBe(0.5);
    expect(rocArea(items([90, true], [70, false], [70, true], [50, true]))).toBe(0.5);
  });

  it('is not defined where nothing is wrong', () => {
    expect(rocArea(items([90, true]))).toBeUndefined();
  });
});

describe('what is sure', () => {
  const verdict = (right: boolean, percent: number, confidence: number) => ({ right, percent, confidence });
  const first = [verdict(true, 95, 0.99), verdict(true, 60, 0.95), verdict(false, 40, 0.9)];
  const second = [verdict(true, 50, 0.5), verdict(false, 60, 0.4)];

  it('is counted from 90 % and from a confidence of 0.9 on', () => {
    expect(sureShare(first, 'percent')).toEqual({ right: 1, all: 1, ofRight: 2 });
    expect(sureShare(first, 'confidence')).toEqual({ right: 2, all: 3, ofRight: 2 });
  });

  it('has a ROC area over all table pairs, and one that is the mean of the schema pairs', () => {
    expect(rocAreas([first, second], 'percent')).toEqual({ pooled: 4.5 / 6, mean: 0.5 });
    expect(rocAreas([[verdict(true, 95, 1)]], 'percent')).toEqual({ pooled: undefined, mean: undefined });
  });
});

describe('tiersOf', () => {
  it('sorts the tiers, and puts all pairs behind them', () => {
    expect(tiersOf(['C', 'A', 'C'] as const, (tier) => tier)).toEqual([
      ['A', ['A']],
      ['C', ['C', 'C']],
      ['all', ['C', 'A', 'C']],
    ]);
  });
});

describe('the peers', () => {
  const source = { tables: [table('film', ['film_id', 'title']), table('log', ['at'])] };
  const target = { tables: [table('Log', ['at']), table('film', ['FilmId', 'title'])] };

  it('join equal names', () => {
    expect(exactNames(source, target)).toEqual([
      { source: 'film', target: 'film', percent: 50, confidence: 1, columns: [{ source: 'title', target: 'title' }] },
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
