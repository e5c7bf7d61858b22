import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import { mapCatalogs } from '../map-catalogs.ts';

const map = (source: ReturnType<typeof table>[], target: ReturnType<typeof table>[]) =>
  mapCatalogs({ tables: source }, { tables: target });

describe('what the best pair of a table leaves free', () => {
  const passenger = ['passenger_id', 'surname', 'birth_date', 'street', 'postcode', 'city'];
  const person = table('passenger', passenger.slice(0, 3));
  const address = table('passenger_address', passenger.slice(3));

  it('goes to another table where one was split', () => {
    const { pairs } = map([table('passenger', passenger)], [person, address]);
    expect(pairs.map(({ target, reason, columns }) => [target.name, reason, columns.length])).toEqual([
      ['passenger', 'same-name', 3],
      ['passenger_address', 'remainder', 3],
    ]);
  });

  it('comes from another table where two were merged', () => {
    const { pairs } = map([person, address], [table('passenger', passenger)]);
    expect(pairs.map(({ source, reason, columns }) => [source.name, reason, columns.length])).toEqual([
      ['passenger', 'same-name', 3],
      ['passenger_address', 'remainder', 3],
    ]);
  });

  it('is mapped in one place alone', () => {
    const { pairs } = map([table('passenger', passenger)], [person, address]);
    expect(pairs[0]!.unmappedSourceColumns.map(({ name, reason }) => [name, reason])).toEqual(
      passenger.slice(3).map((name) => [name, 'mapped-elsewhere']),
    );
  });

  it('is too little where it covers a small part of the other table', () => {
    const far = table('weather', ['city', 'humidity', 'pressure', 'wind', 'cloud', 'sunrise', 'sunset', 'visibility']);
    const { pairs, unmapped } = map([table('passenger', passenger)], [person, far]);
    expect(pairs).toHaveLength(1);
    expect(unmapped.target.map((entry) => entry.table.name)).toEqual(['weather']);
  });
});
