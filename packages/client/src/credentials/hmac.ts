/** HMAC-SHA256 on Node: of the two ways that it offers, the one that takes half the time of an `Hmac` object. */
import crypto from 'node:crypto';

/** Bytes of a block of SHA-256 and of its result. */
const block = 64;
const result = 32;

/**
 * @param key in UTF-8
 * @param length characters of each text
 * @returns the signature of an ASCII text in hex
 */
export function createHmacOf(key: string, length: number): (text: string) => string {
  if (typeof crypto.hash !== 'function') {
    return (text) => crypto.createHmac('sha256', key).update(text).digest('hex');
  }
  // RFC 2104: the hash of a padded key and of the hash of another padded key and the text.
  const bytes = Buffer.from(key, 'utf8');
  const padded = Buffer.concat([bytes.length > block ? crypto.hash('sha256', bytes, 'buffer') : bytes], block);
  const inner = Buffer.concat([padded.map((byte) => byte ^ 0x36)], block + length);
  const outer = Buffer.concat([padded.map((byte) => byte ^ 0x5c)], block + result);
  return (text) => {
    inner.write(text, block, 'latin1');
    outer.write(crypto.hash('sha256', inner, 'binary'), block, 'latin1');
    return crypto.hash('sha256', outer);
  };
}
