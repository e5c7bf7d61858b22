/** Stands between a server that nobody vouches for and the driver. */
import { Duplex } from 'node:stream';
import { CatalogError } from '../catalog-error.ts';
import { ServerMessages } from './server-messages.ts';

/** Bytes read from one server: 20,000 tables of 50 columns need two thirds of it. */
const MOST_BYTES = 128 * 1024 * 1024;
/**
 * A stream that is connected already, in the form that `pg` wants. It ends the connection where the server does not
 * speak as PostgreSQL does or sends too much, and where the driver throws on what it gets: that would end the process.
 */
export class GuardedStream extends Duplex {
  readonly #inner: Duplex;
  readonly #mostBytes: number;
  readonly #messages = new ServerMessages();
  #received = 0;

  constructor(inner: Duplex, mostBytes = MOST_BYTES) {
    super({ allowHalfOpen: false });
    this.#inner = inner;
    this.#mostBytes = mostBytes;
    inner.on('data', (chunk: Buffer) => this.#take(chunk));
    inner.on('end', () => this.push(null));
    inner.on('error', (error) => this.destroy(error));
    inner.on('close', () => {
      if (!inner.readableEnded) this.destroy();
    });
  }

  /** `pg` dials its stream; this one has been dialled. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  /** The socket's options are the dialler's. */
  setNoDelay(): this {
    return this;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the signature is the one that Duplex declares
  override emit(event: string | symbol, ...values: any[]): boolean {
    if (event !== 'data') return super.emit(event, ...values);
    try {
      return super.emit(event, ...values);
    } catch (error) {
      this.destroy(error as Error);
      return true;
    }
  }

  /** One chunk in each turn of the event loop: a socket that is never paused hands over megabytes in one. */
  override _read(): void {
    setImmediate(() => this.#inner.resume());
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#inner.write(chunk, encoding, done);
  }

  override _final(done: () => void): void {
    this.#inner.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#inner.destroy();
    done(error);
  }

  #take(chunk: Buffer): void {
    this.#received += chunk.length;
    if (this.#received > this.#mostBytes) {
      this.destroy(new CatalogError('too-large', 'The server sent more than any catalog needs.'));
      return;
    }
    this.#inner.pause();
    try {
      const messages = this.#messages.take(chunk);
      if (messages.length > 0) this.push(messages);
      else this._read();
    } catch (error) {
      this.destroy(error as Error);
    }
  }
}
