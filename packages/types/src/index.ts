/** The contract as TypeScript: its types, the servers, each operation, and the table of failures. */
export { type Check, Fault, type Holder } from './checks.ts';
export * from './openapi.gen.ts';
export type { Operation } from './operation.ts';
