import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { GuardedStream } from './guarded-stream.ts';

/** An authentication message, as a server's first. */
const BEGINNING = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);

function guarded(mostBytes?: number) {
  const inner = new PassThrough();
  return { inner, stream: new GuardedStream(inner, mostBytes) };
}

async function failure(stream: GuardedStream): Promise<unknown> {
  const [error] = await once(stream, 'error');
  return error;
}

describe('a guarded stream', () => {
  test('carries what a server sends, however it is cut, to the end', async () => {
    const { inner, stream } = guarded();
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    for (const byte of BEGINNING) inner.write(Buffer.from([byte]));
    inner.end();
    await once(stream, 'end');
    expect(Buffer.concat(chunks)).toEqual(BEGINNING);
  });

  test('says that it is connected, since the driver asks it to dial', async () => {
    const { stream } = guarded();
    await once(stream.setNoDelay().connect(), 'connect');
    expect(stream.destroyed).toBe(false);
  });

  test('is ended by what is no message of PostgreSQL', async () => {
    const { inner, stream } = guarded();
    stream.resume();
    inner.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    expect(await failure(stream)).toMatchObject({ kind: 'not-a-database' });
    expect(inner.destroyed).toBe(true);
  });

  test('is ended by more bytes than allowed', async () => {
    const { inner, stream } = guarded(100);
    stream.resume();
    for (let bytes = 0; bytes <= 100; bytes += BEGINNING.length) inner.write(BEGINNING);
    expect(await failure(stream)).toMatchObject({ kind: 'too-large' });
    expect(inner.destroyed).toBe(true);
  });

  test('is ended by a listener that throws, instead of the process', async () => {
    const { inner, stream } = guarded();
    stream.on('data', () => {
      throw new RangeError('unreadable');
    });
    inner.write(BEGINNING);
    expect(await failure(stream)).toMatchObject({ message: 'unreadable' });
    expect(inner.destroyed).toBe(true);
  });

  test('ends with the one behind it', async () => {
    const { inner, stream } = guarded();
    inner.destroy();
    await once(stream, 'close');
    expect(stream.destroyed).toBe(true);
  });
});
