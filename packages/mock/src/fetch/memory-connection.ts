/** Two ends of a connection inside this process: what is written to one is read from the other. */
import { Duplex } from 'node:stream';

/** With the methods of a socket that Node's HTTP calls. */
export class End extends Duplex {
  #other: End | undefined;
  /** Tells the other end that what it wrote has been taken. */
  #taken: (() => void) | undefined;

  static pair(): readonly [End, End] {
    const [one, other] = [new End(), new End()];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  override _read(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    taken?.();
  }

  override _write(chunk: Buffer, _encoding: string, written: (error?: Error) => void): void {
    const other = this.#other;
    if (!other || other.destroyed) written(reset());
    else if (other.push(chunk)) process.nextTick(written);
    else other.#taken = written;
  }

  override _final(ended: () => void): void {
    this.#other?.push(null);
    ended();
  }

  override _destroy(error: Error | null, destroyed: (error: Error | null) => void): void {
    const other = this.#other;
    this.#other = undefined;
    // As of a socket, what was sent can still be read, and then it has ended.
    if (other && !other.destroyed) process.nextTick(() => other.destroyed || other.push(null));
    destroyed(error);
  }

  resetAndDestroy(): this {
    this.#other?.destroy(reset());
    return this.destroy();
  }

  setTimeout(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

const reset = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
