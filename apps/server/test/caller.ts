/** Calls operations of the contract by name, over HTTP. */
import type { Answer, OperationId } from '@roma-fdi/contract';
import { routes } from '@roma-fdi/types';

export interface Call {
  /** Parameters of the path, besides project and instance. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** Sent in place of a body, as form data: urlencoded, or multipart where it is given so. */
  readonly form?: Readonly<Record<string, string>> | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Refused {
  readonly status: number;
  readonly error_code: string;
  readonly error_msg: string;
}

export interface Caller {
  send(id: OperationId, call?: Call): Promise<Received>;
  /** The body of the answer. @throws where the call is refused */
  succeed<Id extends OperationId>(id: Id, call?: Call): Promise<Answer<Id>['body']>;
  /** The refusal. @throws where the call succeeds */
  refuse(id: OperationId, call?: Call): Promise<Refused>;
}

/** Who calls, and where. */
export interface As {
  readonly token: string;
  readonly project: string;
  readonly instance: string;
}

export function callerOf(url: string, { token, project, instance }: As): Caller {
  async function send(id: OperationId, call: Call = {}): Promise<Received> {
    const { path = {}, query = {}, body, form, headers = {} } = call;
    const sent = form === undefined || form instanceof FormData ? form : new URLSearchParams(form);
    const values: Record<string, string> = { project_id: project, instance_id: instance, ...path };
    const filled = routes[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values[name] ?? ''),
    );
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const response = await fetch(`${url}${filled}?${search}`, {
      method: routes[id].method,
      headers: {
        'x-auth-token': token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(sent && { body: sent }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  return {
    send,
    async succeed(id, call) {
      const { status, text } = await send(id, call);
      if (status >= 300) throw new Error(`${id} was refused: ${status} ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
    async refuse(id, call) {
      const { status, text } = await send(id, call);
      if (status < 300) throw new Error(`${id} was not refused: ${status} ${text}`);
      return { status, ...JSON.parse(text) };
    },
  };
}
