import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { pairColumns } from './pair-columns.ts';
import { prepareSide } from './prepare.ts';

function pair(sourceName: string, source: string[], targetName: string, target: string[], certainty = 100) {
  const prepare = (name: string, columns: string[]) => prepareSide([table(name, columns)]).tables[0]!;
  return pairColumns(prepare(sourceName, source), prepare(targetName, target), certainty);
}

const brief = (result: ReturnType<typeof pair>) =>
  result.columns.map(({ source, target, reason }) => `${source}=${target} ${reason}`);

describe('pairColumns', () => {
  it('pairs in the order of the source and tells each reason', () => {
    expect(brief(pair('film', ['film_id', 'Title', 'year'], 'movie', ['year', 'title', 'movie_id']))).toEqual([
      'film_id=movie_id bare-name',
      'Title=title folded-name',
      'year=year same-name',
    ]);
  });

  it('lets an exact name win over a folded one, and a folded one over a bare one, whatever their types', () => {
    expect(brief(pair('t', ['userId int', 'user_id text'], 't', ['user_id int']))).toEqual([
      'user_id=user_id same-name',
    ]);
    expect(brief(pair('film', ['film_id int', 'ID text'], 'movie', ['id int']))).toEqual(['ID=id folded-name']);
  });

  it('leaves out as little as it can: one table name rather than two', () => {
    expect(brief(pair('film', ['film_id'], 'f', ['f_id', 'f_film_id']))).toEqual(['film_id=f_film_id bare-name']);
    expect(brief(pair('f', ['f_id', 'f_film_id'], 'film', ['film_id']))).toEqual(['f_film_id=film_id bare-name']);
  });

  it('breaks ties between equally close names by type class, then by name', () => {
    expect(brief(pair('t', ['A_B date', 'a_b int'], 't', ['aB bigint', 'AB datetime']))).toEqual([
      'A_B=AB folded-name',
      'a_b=aB folded-name',
    ]);
    expect(brief(pair('t', ['a_b', 'A_B'], 't', ['aB', 'AB']))).toEqual(['a_b=aB folded-name', 'A_B=AB folded-name']);
  });

  it('pairs equal names of types that do not fit, since a type never vetoes', () => {
    expect(brief(pair('t', ['flag binary'], 't', ['FLAG timestamp']))).toEqual(['flag=FLAG folded-name']);
  });

  it('multiplies the certainty of the tables with that of the names and rounds down', () => {
    const { columns } = pair('film', ['film_id', 'Title', 'year'], 'movie', ['year', 'title', 'movie_id'], 50.5);
    expect(columns.map(({ confidence }) => confidence)).toEqual([0.42, 0.49, 0.5]);
  });

  it('tells for every other column why it stayed unmapped, in the order of its table', () => {
    const long = 'x'.repeat(257);
    const result = pair('t', ['c', long, 'a_', 'a', 'a'], 't', ['A', 'z']);
    expect(brief(result)).toEqual(['a=A folded-name']);
    expect(result.unmappedSourceColumns).toEqual([
      { name: 'c', reason: 'no-counterpart' },
      { name: long, reason: 'name-too-long' },
      { name: 'a_', reason: 'counterpart-taken' },
      { name: 'a', reason: 'repeated-name' },
    ]);
    expect(result.unmappedTargetColumns).toEqual([{ name: 'z', reason: 'no-counterpart' }]);
  });

  it('pairs names without a word only where they are equal', () => {
    expect(brief(pair('t', ['#', '%', ''], 't', ['%', '/', '']))).toEqual(['%=% same-name', '= same-name']);
  });
});
