import { describe, expect, it } from 'vitest';
import { likeness } from './spelling.ts';

describe('the likeness of two words by their letters', () => {
  it.each([
    ['organisation', 'organization'],
    ['harbour', 'harbor'],
    ['reciept', 'receipt'],
  ])('%s is like %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0.35);
    expect(likeness(a, b)).toBe(likeness(b, a));
  });

  it.each([
    ['berth', 'ferry'],
    ['bill', 'ball'],
    ['', 'berth'],
    ['', ''],
  ])('%j is not like %j', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(0.35);
  });

  it('is never certain', () => {
    expect(likeness('organisation', 'organisations')).toBeLessThan(0.95);
  });
});
