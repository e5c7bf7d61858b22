/** The latest calls of a mock, without their secrets and within bounds. */
import type { Call } from '../front/call.ts';
import type { MockRequest } from './mock-request.ts';
import type { Secrets } from './secrets.ts';

/** What became of a call. */
export interface Outcome {
  readonly status: number | undefined;
  readonly stub?: string | undefined;
  readonly fault?: string | undefined;
}

/** Keeps one call, once. */
export type Entry = (call: Call, outcome: Outcome) => void;

export interface RequestLog {
  readonly requests: readonly MockRequest[];
  /** The place of a call that begins: what is forgotten before its answer is forgotten with it. */
  begin(): Entry;
  take(): MockRequest[];
  /** Forgets the calls, those under way too. */
  clear(): void;
}

/** Bytes of the bodies that are kept, in all; the oldest calls are forgotten beyond them. */
const mostBytes = 64 * 1024 * 1024;

/** @param keep how many of the latest calls are kept */
export function createRequestLog(keep: number, secrets: Secrets): RequestLog {
  const requests: MockRequest[] = [];
  let sizes: number[] = [];
  let bytes = 0;
  let clearings = 0;

  function take(): MockRequest[] {
    sizes = [];
    bytes = 0;
    return requests.splice(0);
  }

  function add(call: Call, outcome: Outcome): void {
    requests.push(requestOf(call, outcome, secrets));
    sizes.push(call.bytes.length);
    bytes += call.bytes.length;
    while (requests.length > keep || bytes > mostBytes) {
      requests.shift();
      bytes -= sizes.shift() ?? 0;
    }
  }

  return {
    requests,
    begin: () => {
      const begun = clearings;
      return (call, outcome) => {
        if (keep === 0 || begun !== clearings) return;
        add(call, outcome);
      };
    },
    take,
    clear: () => {
      clearings++;
      take();
    },
  };
}

function requestOf(call: Call, { status, stub, fault }: Outcome, secrets: Secrets): MockRequest {
  const { operation, path, search, pathParameters, query, headers, body } = call;
  return {
    operationId: operation.operationId,
    method: operation.method,
    url: secrets.url(path + search),
    pathParameters: { ...pathParameters },
    query: secrets.query(query),
    headers: secrets.headers(headers),
    body: secrets.body(body),
    status,
    ...(stub !== undefined && { stub }),
    ...(fault !== undefined && { fault }),
  };
}
