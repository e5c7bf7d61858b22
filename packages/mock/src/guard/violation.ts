/** A breach of the contract that the guard saw. */
export interface Violation {
  /** Who broke it: the client that called, or the upstream that answered. */
  direction: 'request' | 'answer';
  /** Empty where the request could not even be read as HTTP. */
  method: string;
  /** Path and query as they were sent, the values of secret query parameters masked; empty like `method`. */
  path: string;
  /** Absent where no operation has the path and the method. */
  operationId?: string;
  /** Status of the answer: the upstream's, or the one with which the guard refused the request. Absent where an answer has none. */
  status?: number;
  /** For instance `Body property [0.task_id]`, `Status`, `Header [x-request-id]`; `The answer` where it breaks HTTP. */
  where: string;
  /** What was wrong there, as a sentence. Never the value of a header. */
  message: string;
}
