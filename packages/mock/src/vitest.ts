/** vitest fixtures: a mock for each test file, and a guard that fails the test in which the contract was broken. */
import { test as base } from 'vitest';
import { type Guard, startGuard } from './guard.ts';
import { type Mock, startMock } from './mock.ts';

export interface Fixtures {
  /** A mock of the test file, started when it is first used. */
  mock: Mock;
  /** What the guard stands in front of. Default: the mock; override it with a server of your own. */
  upstream: string | URL | { url: string };
  /** A guard; when the test ends, violations that were not taken make it fail. */
  guard: Guard;
  /** The guard of the test file, without the check at the end of each test. */
  guardOfFile: Guard;
}

export const test = base.extend<Fixtures>({
  mock: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const mock = await startMock();
      await use(mock);
      await mock.close();
    },
    { scope: 'file' },
  ],
  upstream: [({ mock }, use) => use(mock), { scope: 'file' }],
  guardOfFile: [
    async ({ upstream }, use) => {
      const guard = await startGuard(upstream);
      await use(guard);
      await guard.close();
    },
    { scope: 'file' },
  ],
  guard: async ({ guardOfFile }, use) => {
    guardOfFile.takeViolations();
    await use(guardOfFile);
    expectNoViolations(guardOfFile);
  },
});

/** Throws with one line for each violation that the guard still holds, and forgets them. */
export function expectNoViolations(guard: Guard): void {
  const violations = guard.takeViolations();
  if (violations.length === 0) return;
  const lines = violations.map(
    ({ direction, method, path, status, message }) => `  ${direction} ${method} ${path} ${status ?? ''}: ${message}`,
  );
  throw new Error(`The contract was broken:\n${lines.join('\n')}`);
}
