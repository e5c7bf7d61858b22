/** Seals the secrets of data sources with AES-256-GCM, so that a copy of the store gives none away. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SourceError } from './source-error.ts';

export interface Sealer {
  /** A secret is bound to the ID of its data source: moved to another one it cannot be opened. */
  seal(dataSourceId: string, secret: unknown): string;
  /** @throws {SourceError} where the key is another one or the text was changed. */
  open(dataSourceId: string, sealed: string): unknown;
}

const version = 'v1';
const algorithm = 'aes-256-gcm';
/** In bytes. Unless told so, the decipher takes a tag that was cut to 4 bytes, which can be guessed. */
const authTagLength = 16;

/** @param key 32 random bytes */
export function createSealer(key: Buffer): Sealer {
  if (key.length !== 32) throw new RangeError(`A sealing key has 32 bytes, not ${key.length}.`);
  // Tells which key a text was sealed with, without telling the key.
  const keyId = createHash('sha256').update('roma-fdi key id').update(key).digest('hex').slice(0, 8);
  return {
    seal(dataSourceId, secret) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(Buffer.from(dataSourceId));
      const data = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
      return [version, keyId, ...[nonce, cipher.getAuthTag(), data].map((bytes) => bytes.toString('base64url'))].join(
        '.',
      );
    },
    open(dataSourceId, sealed) {
      const [sealedVersion, sealedKeyId, nonce = '', tag = '', data = ''] = sealed.split('.');
      if (sealedVersion !== version || sealedKeyId !== keyId) {
        throw new SourceError(
          'unreadable',
          'its secrets were sealed with another key; start the server with that key, or register the data source anew.',
        );
      }
      try {
        const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), { authTagLength })
          .setAAD(Buffer.from(dataSourceId))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        return JSON.parse(decipher.update(data, 'base64url', 'utf8') + decipher.final('utf8'));
      } catch (cause) {
        throw new SourceError('unreadable', 'its sealed secrets were changed; register the data source anew.', {
          cause,
        });
      }
    },
  };
}
