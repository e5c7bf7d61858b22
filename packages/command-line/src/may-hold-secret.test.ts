import { expect, test } from 'vitest';
import { mayHoldSecret } from './index.ts';

test.each([
  'postgres://u:p@h/d',
  'POSTGRES:/u:p@h/d',
  'jdbc:postgresql://h/d?user=u&password=p',
  'u:p@h/d',
  'host=h password=p',
  'Server=h;Pwd=p',
  'postgres%3A%2F%2Fu%3Ap%40h%2Fd',
  '--token=t',
])('%s may hold a secret', (text) => {
  expect(mayHoldSecret(text)).toBe(true);
});

test.each(['shop.db', '../a b/Größen.json', 'C:\\data\\shop.db', 'c', '~/x+y,z.db', '100%.db'])(
  '%s holds none',
  (text) => {
    expect(mayHoldSecret(text)).toBe(false);
  },
);
