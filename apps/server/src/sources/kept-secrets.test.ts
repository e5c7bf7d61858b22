import { expect, test } from 'vitest';
import { withKeptSecrets } from './kept-secrets.ts';

const before = { mode: 'default', host: 'db', port: '5432', database_name: 'shop', user_name: 'app', encoding: 'utf8' };
const secrets = { password: 'old', ssl_password: 'older' };

test('secrets that are left out are kept, those that are given count', () => {
  expect(withKeptSecrets({ ...before, encoding: 'latin1' }, before, secrets)).toEqual({
    settings: { ...before, encoding: 'latin1', ...secrets },
  });
  expect(withKeptSecrets({ ...before, password: 'new' }, before, secrets)).toEqual({
    settings: { ...before, password: 'new', ssl_password: 'older' },
  });
});

test.each([
  ['mode', 'professional'],
  ['host', 'other'],
  ['port', '5433'],
  ['url', 'jdbc:x'],
  ['database_name', 'shop2'],
  ['user_name', 'root'],
  ['ssl', true],
])('with another %s they must be sent again, and the first of them is named', (name, value) => {
  expect(withKeptSecrets({ ...before, [name]: value }, before, secrets)).toEqual({ needed: 'password' });
  expect(withKeptSecrets({ ...before, [name]: value, password: 'new' }, before, secrets)).toEqual({
    needed: 'ssl_password',
  });
  expect(withKeptSecrets({ ...before, [name]: value, ...secrets }, before, secrets)).toEqual({
    settings: { ...before, [name]: value, ...secrets },
  });
});

test('what is left out of the place is another place', () => {
  const { host: _, ...without } = before;
  expect(withKeptSecrets(without, before, secrets)).toEqual({ needed: 'password' });
});
