/** What the package offers: a mock of the API, a guard between a client and a server, and the contract's example story. */
export type { Violation } from './guard/violation.ts';
export { type Guard, type GuardOptions, startGuard } from './guard.ts';
export { type Mock, type MockKey, type MockOptions, type MockRequest, startMock } from './mock.ts';
export { story } from './story.ts';
