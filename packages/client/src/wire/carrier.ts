/** Stands in for `Request` and `Response` around openapi-fetch, which needs only a few fields of either. */
import type { OperationId } from '../errors/fdi-error.ts';
import { type Exchange, isOk, type Reply } from './exchange.ts';

/** What openapi-fetch hands to its `Request`. */
export interface CarrierInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  readonly operation?: OperationId;
}

/** A request that stays plain: a real `Request` makes its body a web stream, which costs a fifth of a call on Node. */
export class RequestCarrier implements Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeout: number | undefined;
  readonly operation: OperationId | undefined;

  constructor(url: string, init: CarrierInit) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
    this.signal = init.signal;
    this.timeout = init.timeout;
    this.operation = init.operation;
  }
}

/** A reply as openapi-fetch looks at it; the reader of the answer takes the reply out again. */
export class ReplyCarrier {
  readonly reply: Reply;

  constructor(reply: Reply) {
    this.reply = reply;
  }

  get status(): number {
    return this.reply.status;
  }

  get ok(): boolean {
    return isOk(this.reply);
  }

  get headers(): Reply['headers'] {
    return this.reply.headers;
  }

  get body(): string {
    return this.reply.body;
  }

  text(): Promise<string> {
    return Promise.resolve(this.reply.body);
  }
}
