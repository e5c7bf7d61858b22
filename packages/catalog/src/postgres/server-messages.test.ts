import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServerMessages } from './server-messages.ts';

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const LOGIN_OK = message('R', hex('00000000'));

/** One good body for every type of message. */
const GOOD: [type: string, body: Buffer][] = [
  ['R', hex('00000000')],
  ['R', Buffer.from('\0\0\0\x0aSCRAM-SHA-256\0SCRAM-SHA-256-PLUS\0\0')],
  ['R', Buffer.from('\0\0\0\x0br=x,s=y,i=4096')],
  ['K', hex('0000000100000002')],
  ['S', Buffer.from('server_version\x0018\0')],
  ['Z', Buffer.from('I')],
  ['C', Buffer.from('SELECT 1\0')],
  ['A', Buffer.from('\0\0\0\x01channel\0payload\0')],
  ['E', Buffer.from('SFATAL\0C28P01\0Mno\0\0')],
  ['N', Buffer.from('\0')],
  ['T', Buffer.concat([hex('0002'), Buffer.from('oid\0'), Buffer.alloc(18), Buffer.from('\0'), Buffer.alloc(18)])],
  ['T', hex('0000')],
  ['D', Buffer.concat([hex('0003 ffffffff 00000000 00000002'), Buffer.from('ab')])],
  ['D', hex('0000')],
];

/** Bodies that the driver would misread, or never come back from. */
const BAD: [type: string, body: Buffer, why: string][] = [
  ['E', Buffer.from('SFATAL\0Mno'), 'no end of the last text'],
  ['E', Buffer.from('SFATAL\0Mno\0'), 'no end of the list'],
  ['E', Buffer.alloc(0), 'nothing'],
  ['N', Buffer.from('\0\0'), 'something behind the end'],
  ['R', Buffer.from('\0\0\0\x0aSCRAM-SHA-256\0'), 'no end of the list'],
  ['S', Buffer.from('only one\0'), 'one text of two'],
  ['S', Buffer.from('a\0b\0c'), 'more than two texts'],
  ['C', Buffer.from('SELECT 1'), 'no end of the text'],
  ['A', hex('0000'), 'too short'],
  ['K', hex('0000'), 'too short'],
  ['Z', Buffer.alloc(0), 'nothing'],
  ['T', Buffer.concat([hex('0001'), Buffer.from('oid\0'), Buffer.alloc(17)]), 'a field cut short'],
  ['T', hex('ffff'), 'a count without fields'],
  ['T', hex('00'), 'half a count'],
  ['D', hex('0001'), 'a count without values'],
  ['D', hex('0001 00000009 61'), 'a value cut short'],
  ['D', hex('0001 fffffffe'), 'a length below -1'],
  ['D', hex('0001 ffffffff 00'), 'something behind the end'],
];

function begun(): ServerMessages {
  const messages = new ServerMessages();
  messages.take(LOGIN_OK);
  return messages;
}

describe('messages of a server', () => {
  test.each(GOOD)('of type %s go through', (type, body) => {
    expect(begun().take(message(type, body))).toEqual(message(type, body));
  });

  test.each(BAD)('of type %s are refused with a body %j: %s', (type, body) => {
    expect(() => begun().take(message(type, body))).toThrow(expect.objectContaining({ kind: 'not-a-database' }));
  });

  test.each(['Z', 'T', 'D', 'S', 'H', 'J'])('cannot begin with %s', (type) => {
    expect(() => new ServerMessages().take(Buffer.from(type))).toThrow(
      expect.objectContaining({ kind: 'not-a-database' }),
    );
  });

  test.each([
    ['an HTTP answer', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['an SSH greeting', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a MySQL greeting', Buffer.from('J\0\0\0\n8.0.36\0')],
    ['a length beyond any', hex('52 7fffffff')],
    ['a length below any', hex('52 00000003')],
  ])('are not %s', (_, bytes) => {
    expect(() => new ServerMessages().take(bytes)).toThrow(expect.objectContaining({ kind: 'not-a-database' }));
  });

  test('come out whole and unchanged, however they are cut', () => {
    const stream = fc.array(fc.constantFrom(...GOOD.map(([type, body]) => message(type, body))), { maxLength: 8 });
    fc.assert(
      fc.property(stream, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (parts, cuts) => {
        const all = Buffer.concat([LOGIN_OK, ...parts]);
        const messages = new ServerMessages();
        const out: Buffer[] = [];
        for (let at = 0, cut = 0; at < all.length; cut++) {
          const size = cuts[cut % cuts.length] ?? 1;
          out.push(messages.take(all.subarray(at, at + size)));
          at += size;
        }
        expect(Buffer.concat(out)).toEqual(all);
        expect(
          out.every((taken) => taken.length === 0 || 'RKSZCAENTD'.includes(String.fromCharCode(taken[0] ?? 0))),
        ).toBe(true);
      }),
    );
  });
});
