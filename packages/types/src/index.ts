/** The contract as TypeScript: its types, the servers, the route of each operation, and the table of failures. */
export type * from './openapi.gen.ts';
export {
  answerShapes,
  failureHeader,
  failures,
  idPatterns,
  limits,
  repeatable,
  routes,
  servers,
  timeouts,
} from './openapi.gen.ts';
