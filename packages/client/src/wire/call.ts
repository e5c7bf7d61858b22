/** The one way in which the named methods call an operation: routes, deadlines and shapes of answers are the contract's. */
import { answerShapes, type operations, repeatable, routes } from '@roma-fdi/types';
import type { Answer } from '../answers/answer.ts';
import { readAnswer } from '../answers/read-answer.ts';
import type { OperationId } from '../errors/fdi-error.ts';
import { checkHeaders } from '../header-value.ts';
import type { CallOptions } from '../options.ts';
import type { Place, Settings } from '../settings.ts';
import { encodePath, encodeQuery } from './encode.ts';
import type { Send } from './send.ts';

type Json<Content> = Content extends { content: { 'application/json': infer Value } } ? Value : never;
type FormContent = 'application/x-www-form-urlencoded';
/** The object that an operation's form data describes; nothing where it takes none, so that `form` cannot be given. */
type Form<Content> = Content extends { content: { [Type in FormContent]: infer Value } } ? Value : never;
type PathOf<Id extends OperationId> = Omit<operations[Id]['parameters']['path'], keyof Place>;
type Success<Responses> = Json<Responses[keyof Responses & (200 | 201)]>;

/** What an operation takes: its parameters but for project and instance, and its body, as JSON or as form data. */
export type Input<Id extends OperationId> = {
  readonly query?: operations[Id]['parameters']['query'] | undefined;
  readonly body?: Json<NonNullable<operations[Id]['requestBody']>> | undefined;
  readonly form?: Form<NonNullable<operations[Id]['requestBody']>> | undefined;
} & (object extends PathOf<Id> ? object : { readonly path: PathOf<Id> });

/** What a method gives back; nothing where the contract promises no body. */
export type Result<Id extends OperationId> = [Success<operations[Id]['responses']>] extends [never]
  ? undefined
  : Answer<Success<operations[Id]['responses']>>;

/** Calls an operation by its name. */
export type Call = <Id extends OperationId>(
  operation: Id,
  input: Input<Id>,
  options?: CallOptions,
) => Promise<Result<Id>>;

const jsonType = 'application/json';
const formType: FormContent = 'application/x-www-form-urlencoded';

/** A caller with the client's settings. */
export function createCall({ baseUrl, place, headers }: Settings, send: Send): Call {
  return async (operation, { path, query, body, form }: LooseInput, options = {}) => {
    const [type, content] = body ? [jsonType, JSON.stringify(body)] : form ? [formType, encodeQuery(form)] : [];
    const search = encodeQuery(query ?? {});
    const reply = await send({
      operation,
      method: routes[operation].method,
      url: `${baseUrl}${encodePath(routes[operation].path, { ...place, ...path })}${search && `?${search}`}`,
      headers: merged(type ? { 'Content-Type': type } : {}, headers, checkHeaders(options.headers ?? {})),
      body: content,
      signal: options.signal,
      timeout: options.timeout,
      retries: options.retries,
      isRepeatable: isRepeatable(operation, body ?? form ?? {}),
    });
    return readAnswer(reply, answerShapes[operation]);
  };
}

function isRepeatable(operation: OperationId, body: object): boolean {
  const rule: boolean | string = repeatable[operation];
  return typeof rule === 'string' ? Boolean((body as Record<string, unknown>)[rule]) : rule;
}

interface LooseInput {
  readonly path?: object;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
  readonly form?: object | undefined;
}

/** Of two headers of one name the later one stands, however it is written. */
function merged(...parts: Readonly<Record<string, string>>[]): Headers {
  const headers = new Headers();
  for (const part of parts) for (const [name, value] of Object.entries(part)) headers.set(name, value);
  return headers;
}
