/** The contract as TypeScript: its types, the servers, the route of each operation, the table of failures, and the words for faults. */
export { describeFaults, type Fault, type FaultDescription, faultMessage } from './fault.ts';
export type * from './openapi.gen.ts';
export { failures, routes, servers } from './openapi.gen.ts';
