/** The fault that a request asks for by its `Prefer` header, or by a query parameter. */
import { Failure } from '@roma-fdi/contract';
import { type Fault, fault, type ResetMoment } from './fault.ts';

/** The preference's name, and how its value becomes a fault. */
const makers = {
  delay: (value) => fault.delay(numberOf(value)),
  throttle: (value) => fault.throttle(numberOf(value)),
  reset: (value) => fault.reset(value as ResetMoment),
  'cut-body': (value) => fault.cutBody(numberOf(value)),
  'slow-body': (value) => fault.slowBody(numberOf(value)),
  'proxy-page': (value) => {
    if (value !== '502') throw new RangeError('fault.proxyPage takes 502.');
    return fault.proxyPage();
  },
  gateway: (value) => fault.gateway(numberOf(value) as 502 | 504),
} as const satisfies Readonly<Record<string, (value: string) => Fault>>;

export const faultPreferences = Object.keys(makers) as (keyof typeof makers)[];

/**
 * @param preferences by name, as they were written
 * @throws {Failure} `InvalidParameters`, which names the preference and what it takes
 */
export function preferredFault(preferences: Readonly<Record<string, string | undefined>>): Fault | undefined {
  for (const name of faultPreferences) {
    const value = preferences[name];
    if (value === undefined) continue;
    try {
      return makers[name](value);
    } catch (error) {
      const [, takes = ''] = /takes (.*)/.exec((error as RangeError).message) ?? [];
      throw new Failure('InvalidParameters', `Invalid parameters. Prefer: ${name}= takes ${takes}`, {
        place: `Prefer [${name}]`,
      });
    }
  }
  return undefined;
}

function numberOf(value: string): number {
  return /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
}
