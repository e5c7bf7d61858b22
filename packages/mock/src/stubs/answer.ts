/** What a stub may answer, typed by the contract. */
import type { AnswerExamples, AnswerFailures, operations } from '@roma-fdi/types';
import type { Fault } from '../faults/fault.ts';

/** The operations of the contract. */
export type OperationId = keyof operations;

/** Names of the documented examples of an operation's answers; any text for a document of one's own. */
export type ExampleName<Id extends string> = Id extends OperationId
  ? { [Status in keyof AnswerExamples[Id]]: AnswerExamples[Id][Status] }[keyof AnswerExamples[Id]]
  : string;

/** Names of the failures that an operation documents; any text for a document of one's own. */
export type FailureName<Id extends string> = Id extends OperationId ? AnswerFailures[Id] : string;

/** The statuses that an operation documents; any for a document of one's own. */
export type AnswerStatus<Id extends string> = Id extends OperationId ? keyof AnswerExamples[Id] & number : number;

/** The body of an answer, as the contract has it. */
export type AnswerBody<Id extends string, Status> = Id extends OperationId
  ? Status extends keyof operations[Id]['responses']
    ? operations[Id]['responses'][Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : undefined
    : never
  : unknown;

/** Headers of an answer; their names in any case. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[]>>;

/** An answer in parts. Without a body it has that of the status's first example; X-Request-Id is added where it is not given. */
export type AnswerParts<Id extends string> =
  | {
      [Status in AnswerStatus<Id>]: {
        readonly status: Status;
        readonly headers?: AnswerHeaders;
        readonly body?: AnswerBody<Id, Status>;
      };
    }[AnswerStatus<Id>]
  | LawlessAnswer;

/** An answer that breaks the contract on purpose. A text is sent as it is where the headers name another type than JSON. */
export interface LawlessAnswer {
  readonly status: number;
  readonly headers?: AnswerHeaders;
  /** Without one the answer has none. */
  readonly body?: unknown;
  readonly breaksContract: true;
}

/** An example's name, a failure's name, a status (with its first example), or an answer in parts. */
export type PlainAnswer<Id extends string> = ExampleName<Id> | FailureName<Id> | AnswerStatus<Id> | AnswerParts<Id>;

/** An answer, or a fault that happens to one. */
export type StubAnswer<Id extends string> = PlainAnswer<Id> | Fault<PlainAnswer<Id>>;

/** Gives the answer to a call, at once or within the mock's `stubTimeout`. */
export type AnswerFunction<Id extends string> = (
  call: MockCall<Id>,
) => StubAnswer<Id> | Promise<StubAnswer<Id> | Widened>;

/** What the compiler makes of a lone name or status that an async function gives: it is checked when the function is called. */
type Widened = (string & {}) | (number & {});

/** A call that fits the contract, as the functions of a stub get it. */
export interface MockCall<Id extends string = string> {
  readonly operationId: Id;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  /** Decoded, and of the types that the contract declares. */
  readonly pathParameters: Id extends OperationId
    ? operations[Id]['parameters']['path']
    : Readonly<Record<string, unknown>>;
  /** Of the types that the contract declares; without those that are the mock's own. */
  readonly query: Id extends OperationId
    ? NonNullable<operations[Id]['parameters']['query']>
    : Readonly<Record<string, unknown>>;
  /** As they were sent, secrets included; their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed, of form data an object of its fields; undefined where none was sent. */
  readonly body: BodyOf<Id>;
  /** Aborted when the deadline has passed, the caller has gone or the mock closes. */
  readonly signal: AbortSignal;
}

/** The body of a request, of whatever media type. */
type BodyOf<Id extends string> = Id extends OperationId
  ? operations[Id] extends { requestBody: { content: infer Content } }
    ? Content[keyof Content]
    : operations[Id] extends { requestBody?: { content: infer Content } }
      ? Content[keyof Content] | undefined
      : undefined
  : unknown;
