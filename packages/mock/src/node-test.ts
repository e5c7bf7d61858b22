/** For `node:test`, and any runner whose tests can be told what to do after them: a mock and a guard of the test's own. */
import { endOfTest } from './fixtures/end-of-test.ts';
import { type Guard, startGuard } from './guard.ts';
import { type Mock, type MockOptions, startMock } from './mock.ts';
import { checkOptions } from './options/check-options.ts';

/** The context that `node:test` gives to a test. */
export interface TestContext {
  after(hook: () => Promise<void>): void;
}

export interface ForTestOptions {
  /** Options of the mock. Default: none. */
  mock?: MockOptions & { readonly document?: undefined };
  /** What the guard stands in front of. Default: the mock. */
  upstream?: string | URL | { readonly url: string };
  /** Whether the test fails that leaves a stub unused. Default: false. One whose stub failed fails either way. */
  failOnUnusedStubs?: boolean;
}

/**
 * Starts a mock, and a guard in front of it, for one test; both end with it. The test fails that leaves a violation in the
 * guard, or a stub that failed.
 *
 * @throws TypeError when an option is unknown or cannot work.
 */
export async function startForTest(
  context: TestContext,
  options: ForTestOptions = {},
): Promise<{ readonly mock: Mock; readonly guard: Guard }> {
  // Each is checked by what it is given to.
  const elsewhere = () => undefined;
  checkOptions('startForTest', options, {
    mock: elsewhere,
    upstream: elsewhere,
    failOnUnusedStubs: (value) => (typeof value === 'boolean' ? undefined : 'true or false'),
  });
  const mock = await startMock(options.mock ?? {});
  let guard: Guard | undefined;
  context.after(() => endOfTest({ mock, ...(guard && { guard }) }, options.failOnUnusedStubs ?? false));
  guard = await startGuard(options.upstream ?? mock);
  return { mock, guard };
}
