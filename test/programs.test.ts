import { afterEach, expect, it, type TestContext, vi } from 'vitest';
import { find, needs, type Program, takesLong } from './programs.ts';

afterEach(() => vi.unstubAllEnvs());

const required = (process.env['ROMA_FDI_REQUIRE'] ?? '').split(',').filter(Boolean) as Program[];

it('are all there where they are required', () => {
  expect(required.filter((program) => find(program) === undefined)).toEqual([]);
});

it('leave a test out by name where they are missing, and fail it where they are required', () => {
  const skip = vi.fn();
  const context = { skip } as unknown as TestContext;
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('ROMA_FDI_REQUIRE', 'chromium');
  needs(context, 'curl');
  expect(skip).toHaveBeenCalledExactlyOnceWith('curl is not installed');
  vi.stubEnv('ROMA_FDI_REQUIRE', 'chromium,curl');
  expect(() => needs(context, 'curl')).toThrow('curl is not installed, and ROMA_FDI_REQUIRE lists it');
});

it('leave what takes long to CI, by name', () => {
  const skip = vi.fn();
  const context = { skip } as unknown as TestContext;
  vi.stubEnv('ROMA_FDI_REQUIRE', 'chromium');
  takesLong(context);
  expect(skip).not.toHaveBeenCalled();
  vi.stubEnv('ROMA_FDI_REQUIRE', undefined);
  takesLong(context);
  expect(skip).toHaveBeenCalledExactlyOnceWith('they take long: .ci/run has them');
});
