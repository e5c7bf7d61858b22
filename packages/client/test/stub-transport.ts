/** A transport for tests that answers from memory and remembers what it was asked. */
import {
  createFdiClient,
  type FdiClient,
  type FdiClientOptions,
  type OperationId,
  routes,
  type Transport,
  type TransportInit,
} from '../src/index.ts';

export interface Asked extends TransportInit {
  readonly url: string;
}

export interface Stub {
  readonly fdi: FdiClient;
  readonly asked: Asked[];
}

export const token = 'MIIE-a-token-of-many-letters';

/** A client whose transport gives these answers, one for each request, the last one from then on. Sends once unless told otherwise. */
export function stubClient(answers: Response[] | Transport, options: Partial<FdiClientOptions> = {}): Stub {
  const asked: Asked[] = [];
  const transport: Transport = async (url, init) => {
    asked.push({ url, ...init });
    if (typeof answers === 'function') return answers(url, init);
    return answers[Math.min(asked.length, answers.length) - 1]!.clone();
  };
  const place = { projectId: 'project', instanceId: 'instance', credentials: token, maxRetries: 0, transport };
  const fdi = createFdiClient({ baseUrl: 'https://fdi.test', ...place, ...options } as FdiClientOptions);
  return { fdi, asked };
}

/** The contract's path with the stub's project and instance in it, and this ID. */
export function filled(operation: OperationId, id = ''): string {
  const place: Record<string, string> = { project_id: 'project', instance_id: 'instance' };
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name) => place[name] ?? id);
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** What a promise is rejected with; fails when it is not. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  const value = await promise.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in value) return value.error;
  throw new Error(`expected a failure, got ${JSON.stringify(value.result)}`);
}
