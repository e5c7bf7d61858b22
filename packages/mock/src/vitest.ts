/** vitest fixtures: a mock and a guard for each test, and the test fails in which the contract was broken. */
import { test as base, type TestAPI } from 'vitest';
import { type Guard, startGuard } from './guard.ts';
import { type Mock, startMock } from './mock.ts';
import { refuseOverrides } from './vitest/refuse-overrides.ts';

export interface Fixtures {
  /** A mock of the test's own, started when the test uses it; no other test's requests reach it. */
  mock: Mock;
  /** What the guard stands in front of. Default: undefined, which is the mock; override it with a server of your own. */
  upstream: string | URL | { url: string } | undefined;
  /** A guard of the test's own; when the test ends, violations that were not taken make it fail. */
  guard: Guard;
}

const extended: TestAPI<Fixtures> = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  mock: async ({}, use) => {
    const mock = await startMock();
    await use(mock);
    await mock.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  upstream: [({}, use) => use(undefined), { scope: 'file' }],
  guard: async ({ mock, upstream }, use) => {
    const guard = await startGuard(upstream ?? mock);
    await use(guard);
    const violations = guard.takeViolations();
    await guard.close();
    failOn(violations);
  },
});

/** Before 4.1 vitest gives the guard the upstream that it was defined with, whatever a test overrides. */
export const test: TestAPI<Fixtures> = 'override' in base ? extended : refuseOverrides(extended, ['mock', 'upstream']);

/** Throws with one line for each violation that the guard still holds, and forgets them. */
export function expectNoViolations(guard: Guard): void {
  failOn(guard.takeViolations());
}

function failOn(violations: ReturnType<Guard['takeViolations']>): void {
  if (violations.length === 0) return;
  const lines = violations.map(
    ({ direction, method, path, status, message }) => `  ${direction} ${method} ${path} ${status ?? ''}: ${message}`,
  );
  throw new Error(`The contract was broken:\n${lines.join('\n')}`);
}
