/** Seals the secrets of data sources with AES-256-GCM, so that a copy of the store gives none away, and nothing in it can lead them elsewhere. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SourceError } from './source-error.ts';

/** What a secret is bound to: with any of it changed, the secret cannot be opened. */
export interface Binding {
  /** Of the data source. */
  readonly id: string;
  readonly type: string;
  /** The open settings: host, port, user, database, encryption, and whatever else decides where the secret goes. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface Sealer {
  seal(binding: Binding, secret: unknown): string;
  /** @throws {SourceError} where the key is another one, or the text or what it is bound to was changed */
  open(binding: Binding, sealed: string): unknown;
  /**
   * Binds what a server of before sealed to the data source's ID alone.
   * @throws {SourceError}
   */
  bind(binding: Binding, unbound: string): string;
}

const algorithm = 'aes-256-gcm';
/** In bytes. Unless told so, the decipher takes a tag that was cut to 4 bytes, which can be guessed. */
const authTagLength = 16;

const version = 'v2';
/** Of texts that are bound to the ID alone; the store's second schema step marks those that it found. */
const unboundVersion = 'v1';
const unboundMark = 'unbound.';

/** @param key 32 random bytes */
export function createSealer(key: Buffer): Sealer {
  if (key.length !== 32) throw new RangeError(`A sealing key has 32 bytes, not ${key.length}.`);
  // Tells which key a text was sealed with, without telling the key.
  const keyId = createHash('sha256').update('roma-fdi key id').update(key).digest('hex').slice(0, 8);

  const seal = (binding: Binding, secret: unknown): string => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(textOf(binding));
    const data = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
    const parts = [nonce, cipher.getAuthTag(), data].map((bytes) => bytes.toString('base64url'));
    return [version, keyId, ...parts].join('.');
  };
  const open = (bound: Buffer, sealed: string, expected: string): unknown => {
    const [sealedVersion, sealedKeyId, nonce = '', tag = '', data = ''] = sealed.split('.');
    if (sealedVersion !== expected || sealedKeyId !== keyId) {
      throw new SourceError(
        'unreadable',
        'its secrets were sealed with another key; start the server with that key, or register the data source anew.',
      );
    }
    try {
      const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), { authTagLength })
        .setAAD(bound)
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return JSON.parse(decipher.update(data, 'base64url', 'utf8') + decipher.final('utf8'));
    } catch (cause) {
      throw new SourceError(
        'unreadable',
        'its settings or its sealed secrets were changed outside this server; register the data source anew.',
        { cause },
      );
    }
  };
  return {
    seal,
    open: (binding, sealed) => open(textOf(binding), sealed, version),
    bind(binding, unbound) {
      const sealed = unbound.startsWith(unboundMark) ? unbound.slice(unboundMark.length) : '';
      return seal(binding, open(Buffer.from(binding.id), sealed, unboundVersion));
    },
  };
}

/** The same text for the same facts, in whatever order the store gives them. */
function textOf({ id, type, content }: Binding): Buffer {
  return Buffer.from(JSON.stringify([id, type, content], inOrder));
}

function inOrder(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
