import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllowList } from './allow-list.ts';

describe('an empty list', () => {
  it('allows nothing', () => {
    const list = createAllowList([]);
    expect(list.mayAllow('db.example', 5432)).toBe(false);
    expect(list.allows('db.example', '10.0.0.1', 5432)).toBe(false);
    expect(list.allows('127.0.0.1', '127.0.0.1', 5432)).toBe(false);
  });
});

describe('a name', () => {
  const list = createAllowList(['db.internal:5432']);

  it('allows what it resolves to, on its port', () => {
    expect(list.allows('db.internal', '10.1.2.3', 5432)).toBe(true);
    expect(list.allows('DB.Internal.', '2a00::1', 5432)).toBe(true);
    expect(list.allows('db.internal', '10.1.2.3', 5433)).toBe(false);
    expect(list.allows('other.internal', '10.1.2.3', 5432)).toBe(false);
    expect(list.allows('db.internal.evil.example', '10.1.2.3', 5432)).toBe(false);
    expect(list.mayAllow('db.internal', 5432)).toBe(true);
    expect(list.mayAllow('other.internal', 5432)).toBe(false);
  });

  it.each(special())('is not believed when it gives %s', (address) => {
    expect(isIP(address)).not.toBe(0);
    expect(list.allows('db.internal', address, 5432)).toBe(false);
  });

  it('localhost gives loopback addresses, and no others that are special', () => {
    const local = createAllowList(['localhost:*']);
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(local.allows('localhost', address, 1)).toBe(true);
    for (const address of ['169.254.169.254', '::', '0.0.0.0', '::2'])
      expect(local.allows('localhost', address, 1)).toBe(false);
  });
});

describe('a network', () => {
  it('allows every name that resolves into it', () => {
    const list = createAllowList(['10.0.0.0/8:*', '[fd00::/8]:5432']);
    expect(list.allows('anything', '10.255.0.1', 99)).toBe(true);
    expect(list.allows('anything', '::ffff:10.0.0.1', 99)).toBe(true);
    expect(list.allows('anything', '11.0.0.1', 99)).toBe(false);
    expect(list.allows('anything', 'fd12::1', 5432)).toBe(true);
    expect(list.allows('anything', 'fd12::1', 5433)).toBe(false);
    expect(list.mayAllow('anything', 99)).toBe(true);
  });

  it.each(special())('never covers %s, however wide it is', (address) => {
    const list = createAllowList(['0.0.0.0/0:*', '[::/0]:*', '[::ffff:0:0/96]:*']);
    expect(list.allows('anything', address, 5432)).toBe(false);
    expect(list.allows('anything', '8.8.8.8', 5432)).toBe(true);
    expect(list.allows('anything', '2a00::1', 5432)).toBe(true);
  });

  it('of loopback addresses covers them', () => {
    const list = createAllowList(['127.0.0.0/8:5432']);
    expect(list.allows('x', '127.9.9.9', 5432)).toBe(true);
    expect(list.allows('x', '128.0.0.1', 5432)).toBe(false);
  });
});

describe('an address', () => {
  it('allows itself, a special one too, in whatever way it is written', () => {
    const list = createAllowList(['127.0.0.1:5432', '[::1]:5432', '169.254.1.1:1']);
    expect(list.allows('127.0.0.1', '127.0.0.1', 5432)).toBe(true);
    expect(list.allows('x', '::ffff:7f00:1', 5432)).toBe(true);
    expect(list.allows('x', '0:0:0:0:0:0:0:1', 5432)).toBe(true);
    expect(list.allows('x', '169.254.1.1', 1)).toBe(true);
    expect(list.allows('x', '127.0.0.2', 5432)).toBe(false);
  });
});

describe('an address that is none', () => {
  // What some resolvers and C libraries read as an address; here it has been resolved before it is judged.
  it.each([
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '127.0.0.1.',
    ' 127.0.0.1',
    '[::1]',
    'localhost',
    '',
    '127.0.0.1\0',
    '①②⑦.⓪.⓪.①',
  ])('%j is allowed by nothing', (text) => {
    const list = createAllowList(['0.0.0.0/0:*', '[::/0]:*', '127.0.0.0/8:*', 'localhost:*']);
    expect(list.allows('localhost', text, 5432)).toBe(false);
  });

  it('never throws, whatever is asked', () => {
    const list = createAllowList(['0.0.0.0/0:*', '[::/0]:*', 'db.internal:1']);
    const anything = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.ipV4Extended());
    fc.assert(fc.property(anything, anything, (host, address) => void list.allows(host, address, 1)));
  });
});

describe('an entry', () => {
  it.each([
    'db.internal',
    'db.internal:',
    'db.internal:0',
    'db.internal:65536',
    'db.internal:x',
    ':5432',
    '*:5432',
    '127.1:5432',
    '2130706433:5432',
    '0x7f000001:5432',
    '0177.0.0.1:5432',
    '10.0.0.0/33:1',
    '10.0.0.0/:1',
    '10.0.0.0/-1:1',
    '10.0.0.0/8/8:1',
    'db.internal/8:1',
    '::1:5432',
    '[::1]',
    '[::1/129]:1',
    '[fe80::1%lo]:1',
    'http://db:1',
    'user@db:1',
    'db internal:1',
    '',
  ])('%j is refused with an example of how to write it', (entry) => {
    expect(() => createAllowList([entry])).toThrow(/write host:port, for example/);
  });

  it('may have blanks around it and letters of either case', () => {
    expect(createAllowList(['  DB.Internal:5432 ']).allows('db.internal', '10.0.0.1', 5432)).toBe(true);
  });
});

/** Loopback, link-local, unspecified, multicast and reserved addresses, and IPv4 addresses inside others. */
function special(): string[] {
  return [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '169.254.169.254',
    '169.254.0.1',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '0000::0001',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:7f00:0001',
    '0:0:0:0:0:ffff:127.0.0.1',
    '::ffff:0.0.0.0',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::ffff:224.0.0.1',
    '::127.0.0.1',
    '::7f00:1',
    '::a9fe:a9fe',
    '::10.0.0.1',
    'fe80::1',
    'fe80::1%lo',
    'fe80::1%eth0',
    'febf::1',
    'ff02::1',
    'ff0e::1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::7f00:1',
    '64:ff9b:1:ffff::1',
    '2002:7f00:1::',
    '2002:7f00:0001::1',
    '2002:a9fe:a9fe::1',
    '2002:a00:1::1',
    '2001::1',
    '2001:0:7f00:1::',
  ];
}
