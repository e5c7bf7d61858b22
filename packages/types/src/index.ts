/** The contract as TypeScript: its types, the route of each operation, and the table of failures. */
export type * from './openapi.gen.ts';
export { failures, routes } from './openapi.gen.ts';
