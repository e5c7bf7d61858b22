import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import type { Table } from '../catalog.ts';
import { mapCatalogs } from '../map-catalogs.ts';
import type { MapOptions } from '../options.ts';

/** `reason (nearest)` of a source table that stayed unmapped. */
function told(name: string, source: readonly Table[], target: readonly Table[], options: MapOptions = {}) {
  const { unmapped } = mapCatalogs({ tables: source }, { tables: target }, options);
  const entry = unmapped.source.find((each) => each.table.name === name);
  return entry && `${entry.reason}${entry.nearest ? ` (${entry.nearest.table.name})` : ''}`;
}

describe('why a table stayed unmapped', () => {
  const berth = table('berth', ['berth_no', 'draught', 'harbour', 'length']);
  const ferry = table('ferry', ['name', 'tonnage', 'decks']);

  it('is that nothing resembles it', () => {
    expect(told('weather', [table('weather', ['humidity'])], [ferry])).toBe('no-counterpart');
  });

  it('is that the nearest has too little in common with it', () => {
    const pier = table('pier', ['draught', 'gangway', 'crane', 'keeper', 'opened']);
    expect(told('berth', [berth], [pier])).toBe('too-little-in-common (pier)');
  });

  it('is that its counterpart went to a table with more in common', () => {
    const less = table('mooring', ['berth_no', 'draught']);
    expect(told('mooring', [berth, less], [table('quay', ['berth_no', 'draught', 'harbour', 'length'])])).toBe(
      'counterpart-taken (quay)',
    );
  });

  it('is that its pair was refused', () => {
    const refused = [{ source: { name: 'berth' }, target: { name: 'berth' } }];
    expect(told('berth', [berth], [berth], { refused })).toBe('refused');
    expect(told('berth', [berth], [berth])).toBeUndefined();
  });

  it('is that it was not chosen, or cannot be carried', () => {
    expect(told('ferry', [berth, ferry], [berth, ferry], { sourceTables: ['berth'] })).toBe('out-of-range');
    const long = { ...berth, name: 'x'.repeat(257) };
    expect(told(long.name, [long], [berth])).toBe('name-too-long');
  });
});
