/** The contract at run time: what it says, which operation a request means, whether request and answer fit, and how a refusal is worded. */
export { follow, type OpenApiDocument, type OpenApiOperation, pointerStep, type Schema } from './document.ts';
export { Failure, type FailureName, failureBody, invalidParameter } from './failure.ts';
export type { FaultDescription } from './fault.ts';
export type { Answer, OperationId, Request } from './operation.ts';
export {
  answerOf,
  type DocumentedAnswer,
  type Examples,
  type Operation,
  type Parameter,
  readOperations,
} from './operations.ts';
export { type Contract, operationOf, readContract } from './read-contract.ts';
export { operationFor, pathParametersOf } from './router.ts';
export { withSafeIntegers } from './safe-integers.ts';
export { createValidator, type GivenAnswer, type RawRequest, type TypedRequest, type Validator } from './validator.ts';
