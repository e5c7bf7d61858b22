/** The contract as TypeScript: its types, the servers, the route of each operation, the table of failures, the words for faults, and the form of integers. */
export { describeFaults, type Fault, type FaultDescription, faultMessage } from './fault.ts';
export { integerText } from './integer-text.ts';
export type * from './openapi.gen.ts';
export { answerShapes, failures, limits, routes, servers, timeouts } from './openapi.gen.ts';
