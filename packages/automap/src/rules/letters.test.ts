import { describe, expect, it } from 'vitest';
import { trigramDice } from './letters.ts';

describe('trigramDice', () => {
  it('counts shared runs of three letters, each once', () => {
    expect(trigramDice('gangway', 'gangway')).toBe(1);
    expect(trigramDice('gangway', 'gangplank')).toBeCloseTo((2 * 2) / (5 + 7));
    expect(trigramDice('aaaaaaa', 'aaabbbb')).toBeCloseTo((2 * 1) / (5 + 5));
    expect(trigramDice('gangway', 'berthno')).toBe(0);
  });

  it('is 0 for names of fewer than five letters and of more than 62', () => {
    expect(trigramDice('gang', 'gang')).toBe(0);
    expect(trigramDice('gangs', 'gangs')).toBe(1);
    expect(trigramDice('x'.repeat(63), 'x'.repeat(63))).toBe(0);
  });
});
