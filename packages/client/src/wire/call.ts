/** The one way in which an operation is called: its method, path, deadline and check are the contract's. */
import type { Operation } from '@roma-fdi/types';
import { readAnswer } from '../answers/read-answer.ts';
import { type OperationId, tracedHere } from '../errors/fdi-error.ts';
import { checkHeaders, lowerNames } from '../header-value.ts';
import type { CallOptions } from '../options.ts';
import type { Settings } from '../settings.ts';
import { type AnswerPromise, answerPromise } from './answer-promise.ts';
import { encodePath, encodeQuery } from './encode.ts';
import type { Exchange, Reply } from './exchange.ts';
import type { FormContent, Input, Result } from './operation-types.ts';
import type { Send } from './send.ts';
import type { Watch } from './watch.ts';

/** Calls an operation. */
export type Call = <Id extends OperationId>(
  operation: Operation<Id>,
  input: Input<Id>,
  options?: CallOptions,
) => AnswerPromise<Result<Id>>;

/** An address with the credentials for it, which the functions of `@roma-fdi/client/calls` take. It shows none of what it was made of. */
export interface Connection {
  readonly call: Call;
}

const jsonType = 'application/json';
const formType: FormContent = 'application/x-www-form-urlencoded';

/** A caller with the client's settings. */
export function createCall(settings: Settings, send: Send): Call {
  const { baseUrl, basePath, place, remedies } = settings;
  /** Paths with project and instance in them, by operation. */
  const paths = new Map<OperationId, string>();
  return (operation, input, options = {}) => {
    let reply: Reply | undefined;
    const value = async () => {
      let watch: Watch | undefined;
      try {
        const exchange = exchangeOf(operation, input, options);
        watch = exchange.watch;
        reply = await send(exchange);
        const answer = readAnswer(reply, operation, remedies);
        watch?.outcome(undefined);
        return answer;
      } catch (error) {
        watch?.outcome(error);
        throw tracedHere(error);
      }
    };
    // A value was read out of a reply.
    return answerPromise(value(), () => reply!);
  };

  function exchangeOf<Id extends OperationId>(
    operation: Operation<Id>,
    { path, query, body, form }: LooseInput,
    options: CallOptions,
  ): Exchange {
    settings.checkOptions?.(options);
    settings.checkBody?.(body ?? form);
    const { id, method, gone } = operation;
    const template = paths.get(id) ?? encodePath(operation.path, { ...place }, true);
    paths.set(id, template);
    const resource = template.includes('{') ? encodePath(template, path ?? {}) : template;
    const search = query && encodeQuery(query);
    const [type, content] = body ? [jsonType, JSON.stringify(body)] : form ? [formType, encodeQuery(form)] : [];
    const call = { operation: id, method, path: basePath + resource };
    return {
      call,
      url: baseUrl + resource + (search ? `?${search}` : ''),
      // Of two headers of one name the later one stands, however it is written.
      headers: {
        ...(type && { 'content-type': type }),
        ...settings.headers,
        ...(options.headers && lowerNames(checkHeaders(options.headers))),
      },
      body: content,
      signal: options.signal,
      timeout: settings.timeout(operation.timeout, options.timeout),
      maxRetries: settings.maxRetries(options.maxRetries),
      isRepeatable: isRepeatable(operation.repeatable, body ?? form ?? {}),
      // The contract's answer to a deletion is the ID, or nothing.
      ifGone: gone && { failures: gone.failures, body: JSON.stringify({ [gone.id]: path?.[gone.id] }) },
      watch: settings.observe?.(call),
    };
  }
}

function isRepeatable(rule: boolean | string, body: object): boolean {
  return typeof rule === 'string' ? Boolean((body as Record<string, unknown>)[rule]) : rule;
}

interface LooseInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
  readonly form?: object | undefined;
}
