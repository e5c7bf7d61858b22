import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { rangeOf } from './ranges.ts';

describe('a range of tables', () => {
  it.each([
    ['port.berth', ['port.berth'], true],
    ['port.berth', ['port.*'], true],
    ['port.berth', ['berth'], false],
    ['port.berth', ['Port.Berth'], false],
    ['port.berth', ['*'], false],
    ['berth', ['berth'], true],
    ['berth', ['port.berth', 'port.*', '.*'], false],
    ['berth', [], false],
    ['berth', undefined, true],
  ])('%s in %j: %s', (name, range, expected) => {
    expect(rangeOf(range)(table(name))).toBe(expected);
  });
});
