/** vitest fixtures: a mock and a guard for each test, and the test fails in which the contract was broken. */
import { test as base, type TestAPI } from 'vitest';
import { endOfTest } from './fixtures/end-of-test.ts';
import { type Guard, startGuard } from './guard.ts';
import { type Mock, type MockOptions, startMock } from './mock.ts';
import { refuseOverrides } from './vitest/refuse-overrides.ts';

export { expectNoViolations } from './fixtures/end-of-test.ts';

export interface Fixtures {
  /** Options of the mock. Default: none; override it with your own. */
  mockOptions: MockOptions & { readonly document?: undefined };
  /** Whether a test fails that leaves a stub unused. Default: false. One whose stub failed fails either way. */
  failOnUnusedStubs: boolean;
  /** A mock of the test's own, started when the test uses it; no other test's requests and stubs reach it. */
  mock: Mock;
  /** What the guard stands in front of. Default: undefined, which is the mock; override it with a server of your own. */
  upstream: string | URL | { url: string } | undefined;
  /** A guard of the test's own; when the test ends, violations that were not taken make it fail. */
  guard: Guard;
}

const extended: TestAPI<Fixtures> = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  mockOptions: [({}, use) => use({}), { scope: 'file' }],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  failOnUnusedStubs: [({}, use) => use(false), { scope: 'file' }],
  mock: async ({ mockOptions, failOnUnusedStubs }, use) => {
    const mock = await startMock(mockOptions);
    await use(mock);
    await endOfTest({ mock }, failOnUnusedStubs);
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  upstream: [({}, use) => use(undefined), { scope: 'file' }],
  guard: async ({ mock, upstream }, use) => {
    const guard = await startGuard(upstream ?? mock);
    await use(guard);
    await endOfTest({ guard }, false);
  },
});

const overridden = ['mock', 'mockOptions', 'failOnUnusedStubs', 'upstream'];

/** Before 4.1 vitest gives a fixture those that it was defined with, whatever a test overrides. */
export const test: TestAPI<Fixtures> = 'override' in base ? extended : refuseOverrides(extended, overridden);
