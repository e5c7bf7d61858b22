/** What the package offers: a mock of the API, a guard between a client and a server, and the contract's example story. */
export type { ChaosOptions } from './faults/chaos.ts';
export { type Fault, type FaultKind, fault } from './faults/fault.ts';
export type { Violation } from './guard/violation.ts';
export { type Guard, type GuardOptions, startGuard } from './guard.ts';
export { createMock, type LocalMock, type Mock, type MockKey, type MockOptions, startMock } from './mock.ts';
export type { MockRequest } from './requests/mock-request.ts';
export { story } from './story.ts';
export type { AnswerFunction, MockCall, OperationId, StubAnswer } from './stubs/answer.ts';
export type { Stubbing } from './stubs/stubbing.ts';
