import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Binding, createSealer } from './seal.ts';

const key = randomBytes(32);
const sealer = createSealer(key);
const content = { host: 'db', port: '5432', database_name: 'shop', user_name: 'app', ssl: true };
const bound: Binding = { id: 'a', type: 'POSTGRESQL', content };
const secret = { password: 'correct horse', connector_params: { nested: ['ü', 1, null] } };

it('opens what it sealed', () => {
  expect(sealer.open(bound, sealer.seal(bound, secret))).toEqual(secret);
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (id, value) => {
      expect(JSON.stringify(sealer.open({ ...bound, id }, sealer.seal({ ...bound, id }, value)))).toBe(
        JSON.stringify(value),
      );
    }),
  );
});

it('shows nothing of the secret, and never seals the same twice', () => {
  const sealed = sealer.seal(bound, secret);
  expect(sealed).not.toContain('horse');
  expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('horse');
  expect(sealer.seal(bound, secret)).not.toBe(sealed);
});

it('refuses a sealed text that was moved to another data source', () => {
  expect(() => sealer.open({ ...bound, id: 'b' }, sealer.seal(bound, secret))).toThrow('were changed');
});

it.each<[string, Partial<Binding>]>([
  ['host', { content: { ...content, host: 'db2' } }],
  ['port', { content: { ...content, port: '5433' } }],
  ['database', { content: { ...content, database_name: 'shop2' } }],
  ['user', { content: { ...content, user_name: 'app2' } }],
  ['encryption', { content: { ...content, ssl: false } }],
  ['encryption left away', { content: Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'ssl')) }],
  ['a setting added', { content: { ...content, mode: 'professional' } }],
  ['a setting of another form', { content: { ...content, port: 5432 } }],
  ['a setting inside another', { content: { ...content, multi_oracle_address: [{ oracle_address: 'db' }] } }],
  ['type', { type: 'MYSQL' }],
])('refuses to open a secret whose data source leads elsewhere: %s', (_, changed) => {
  const sealed = sealer.seal(bound, secret);
  expect(() => sealer.open({ ...bound, ...changed }, sealed)).toThrow('were changed outside this server');
});

it('opens whatever the order in which the settings are written', () => {
  const nested = { ...content, b: [{ y: 1, x: 2 }], a: { d: 1, c: 2 } };
  const turned = Object.fromEntries(Object.entries({ ...nested, b: [{ x: 2, y: 1 }], a: { c: 2, d: 1 } }).reverse());
  expect(sealer.open({ ...bound, content: turned }, sealer.seal({ ...bound, content: nested }, secret))).toEqual(
    secret,
  );
});

it('refuses a sealed text with any of its bytes changed', () => {
  const parts = sealer.seal(bound, secret).split('.');
  for (let part = 2; part < parts.length; part++) {
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const text = parts.with(part, changed.toString('base64url')).join('.');
      expect(() => sealer.open(bound, text)).toThrow('were changed');
    }
  }
});

it.each(['', 'v2', 'v2.x', 'v3.a.b.c.d', 'nonsense', 'unbound.v1.a.b.c.d'])(
  'refuses %j, which is no sealed text of this key',
  (text) => {
    expect(() => sealer.open(bound, text)).toThrow('another key');
  },
);

it('refuses parts that are missing or cut, the tag above all', () => {
  const parts = sealer.seal(bound, secret).split('.');
  for (const text of [
    parts.slice(0, 4).join('.'),
    parts.with(3, (parts[3] ?? '').slice(0, 6)).join('.'),
    parts.with(2, '').join('.'),
  ])
    expect(() => sealer.open(bound, text)).toThrow('were changed');
});

it('says that the key is another one, and gives neither key nor secret away', () => {
  const other = createSealer(randomBytes(32));
  expect(() => other.open(bound, sealer.seal(bound, secret))).toThrow('sealed with another key');
  expect(sealer.seal(bound, secret)).not.toContain(key.toString('hex').slice(0, 8));
});

it('takes 32 bytes for a key and nothing else', () => {
  expect(() => createSealer(randomBytes(16))).toThrow('32 bytes, not 16');
});
