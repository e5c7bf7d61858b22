import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSealer } from './seal.ts';

const key = randomBytes(32);
const sealer = createSealer(key);
const secret = { password: 'correct horse', connector_params: { nested: ['ü', 1, null] } };

it('opens what it sealed', () => {
  expect(sealer.open('a', sealer.seal('a', secret))).toEqual(secret);
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (id, value) => {
      expect(JSON.stringify(sealer.open(id, sealer.seal(id, value)))).toBe(JSON.stringify(value));
    }),
  );
});

it('shows nothing of the secret, and never seals the same twice', () => {
  const sealed = sealer.seal('a', secret);
  expect(sealed).not.toContain('horse');
  expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('horse');
  expect(sealer.seal('a', secret)).not.toBe(sealed);
});

it('refuses a sealed text that was moved to another data source', () => {
  expect(() => sealer.open('b', sealer.seal('a', secret))).toThrow('were changed');
});

it('refuses a sealed text with any of its bytes changed', () => {
  const parts = sealer.seal('a', secret).split('.');
  for (let part = 2; part < parts.length; part++) {
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const text = parts.with(part, changed.toString('base64url')).join('.');
      expect(() => sealer.open('a', text)).toThrow('were changed');
    }
  }
});

it.each(['', 'v1', 'v1.x', 'v2.a.b.c.d', 'nonsense'])('refuses %j, which is no sealed text of this key', (text) => {
  expect(() => sealer.open('a', text)).toThrow('another key');
});

it('refuses parts that are missing or cut, the tag above all', () => {
  const parts = sealer.seal('a', secret).split('.');
  for (const text of [
    parts.slice(0, 4).join('.'),
    parts.with(3, (parts[3] ?? '').slice(0, 6)).join('.'),
    parts.with(2, '').join('.'),
  ])
    expect(() => sealer.open('a', text)).toThrow('were changed');
});

it('says that the key is another one, and gives neither key nor secret away', () => {
  const other = createSealer(randomBytes(32));
  expect(() => other.open('a', sealer.seal('a', secret))).toThrow('sealed with another key');
  expect(sealer.seal('a', secret)).not.toContain(key.toString('hex').slice(0, 8));
});

it('takes 32 bytes for a key and nothing else', () => {
  expect(() => createSealer(randomBytes(16))).toThrow('32 bytes, not 16');
});
