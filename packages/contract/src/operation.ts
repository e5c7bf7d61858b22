/** What an operation of the contract takes and answers, as its types say. */
import type { operations } from '@roma-fdi/types';

export type OperationId = keyof operations;

/** The request of an operation, its path and query parameters and body typed by the contract. */
export interface Request<Id extends OperationId> {
  readonly path: operations[Id]['parameters']['path'];
  readonly query: Filled<NonNullable<operations[Id]['parameters']['query']>>;
  readonly body: BodyOf<operations[Id]>;
}

/** The contract has defaults for pages, which are filled in before an operation sees its request. */
type Filled<Query> = Query & { [Name in Extract<keyof Query, 'limit' | 'offset'>]-?: NonNullable<Query[Name]> };

/** Of whatever media type: a form is read into the object that its schema describes. */
type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : Operation extends { requestBody?: { content: infer Content } }
    ? Content[keyof Content] | undefined
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
