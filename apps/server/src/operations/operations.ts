/** What an operation is: a checked request in, an answer of the contract out. The record of all of them is complete by type. */
import type { Answer, OperationId, Request, TypedRequest } from '@roma-fdi/contract';

export interface Context {
  /** Aborts when the answer is no longer wanted: its deadline has passed, or the caller has gone. What is read later is under it too. */
  readonly signal: AbortSignal;
}

export type Handler<Id extends OperationId> = (request: Request<Id>, context: Context) => Promise<Answer<Id>>;

/** One handler for each operation of the contract; one that is missing does not compile. */
export type Operations = { readonly [Id in OperationId]: Handler<Id> };

/** A handler whose request has been checked against the contract but is not typed by it any more. */
export type AnyHandler = (
  request: TypedRequest,
  context: Context,
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** The one step from "checked" to "typed": the validator has held the request to the same document that the types come from. */
export function handlerOf(operations: Operations, id: OperationId): AnyHandler {
  return operations[id] as unknown as AnyHandler;
}
