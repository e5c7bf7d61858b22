/** What an operation is: a checked request in, an answer of the contract out. The record of all of them is complete by type. */
import type { operations } from '@roma-fdi/types';

export type OperationId = keyof operations;

/** The request of an operation, its path and query parameters and body typed by the contract. */
export interface Request<Id extends OperationId> {
  readonly path: operations[Id]['parameters']['path'];
  readonly query: Filled<NonNullable<operations[Id]['parameters']['query']>>;
  readonly body: BodyOf<operations[Id]>;
}

/** The contract has defaults for pages, which are filled in before an operation sees its request. */
type Filled<Query> = Query & Required<Pick<Query, Extract<keyof Query, 'limit' | 'offset'>>>;

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? Body | undefined
    : undefined;

/** The successful answers of an operation: a refusal is thrown as a `Failure`. */
export type Answer<Id extends OperationId> = {
  [Status in Extract<keyof operations[Id]['responses'], 200 | 201 | 202 | 204>]: {
    readonly status: Status;
    readonly body: operations[Id]['responses'][Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : undefined;
  };
}[Extract<keyof operations[Id]['responses'], 200 | 201 | 202 | 204>];

export interface Context {
  /** Aborts when the answer is no longer wanted: the deadline has passed, or the caller has gone. */
  readonly signal: AbortSignal;
}

export type Handler<Id extends OperationId> = (request: Request<Id>, context: Context) => Promise<Answer<Id>>;

/** One handler for each operation of the contract; one that is missing does not compile. */
export type Operations = { readonly [Id in OperationId]: Handler<Id> };

/** A request that fits the contract, the numbers in its query made of the text. */
export interface TypedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A handler whose request has been checked against the contract but is not typed by it any more. */
export type AnyHandler = (
  request: TypedRequest,
  context: Context,
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** The one step from "checked" to "typed": the validator has held the request to the same document that the types come from. */
export function handlerOf(operations: Operations, id: OperationId): AnyHandler {
  return operations[id] as unknown as AnyHandler;
}
