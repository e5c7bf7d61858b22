/** Faults that a test asks for: what goes wrong between the mock and its caller. */

/** Milliseconds that a fault may last: longer than every deadline of the contract. */
export const longestFault = 600_000;
/** Seconds that a `Retry-After` may name. */
const longestRetryAfter = 86_400;
const mostBytes = 2 ** 31 - 1;

export type ResetMoment = 'before' | 'during' | 'after';

/** A fault, made by one of the functions of `fault`; `Answer` is the answer that it happens to. */
export type Fault<Answer = never> =
  | { readonly kind: 'delay'; readonly ms: number; readonly answer?: Answer }
  | { readonly kind: 'throttle'; readonly retryAfter: number }
  | { readonly kind: 'reset'; readonly when: ResetMoment; readonly answer?: Answer }
  | { readonly kind: 'cutBody'; readonly bytes: number | undefined; readonly answer?: Answer }
  | { readonly kind: 'slowBody'; readonly ms: number; readonly answer?: Answer }
  | { readonly kind: 'proxyPage' }
  | { readonly kind: 'gateway'; readonly status: 502 | 504 };

export type FaultKind = Fault['kind'];

/**
 * Makes the faults, each checked when it is made. Those that take an answer happen to that one; without it, to the answer that
 * the call would have had.
 *
 * @throws RangeError where a number or a word is none that the fault takes; its message names it.
 */
export const fault = {
  /** The answer comes `ms` milliseconds late. */
  delay: <Answer = never>(ms: number, answer?: Answer): Fault<Answer> =>
    made({ kind: 'delay', ms: wholeNumber('fault.delay', 'milliseconds', ms, 0, longestFault), ...given(answer) }),

  /** 429 with a `Retry-After` of so many seconds, as the contract has it. */
  throttle: (retryAfter = 1): Fault =>
    made({
      kind: 'throttle',
      retryAfter: wholeNumber('fault.throttle', 'seconds', retryAfter, 0, longestRetryAfter),
    }),

  /**
   * The connection is reset: `before` the first byte of the answer, `during` its body, or `after` its last byte, so that the next
   * request on the connection fails.
   */
  reset: <Answer = never>(when: ResetMoment, answer?: Answer): Fault<Answer> => {
    if (!resetMoments.includes(when))
      throw new RangeError(`fault.reset takes ${resetMoments.map((moment) => `'${moment}'`).join(', ')}.`);
    return made({ kind: 'reset', when, ...given(answer) });
  },

  /** The connection ends in the middle of the body, after so many bytes of it; without a number after half of them. */
  cutBody: <Answer = never>(bytes?: number, answer?: Answer): Fault<Answer> =>
    made({
      kind: 'cutBody',
      bytes: bytes === undefined ? undefined : wholeNumber('fault.cutBody', 'bytes', bytes, 0, mostBytes),
      ...given(answer),
    }),

  /** The body comes in small pieces, the last of them `ms` milliseconds after the head. */
  slowBody: <Answer = never>(ms: number, answer?: Answer): Fault<Answer> =>
    made({
      kind: 'slowBody',
      ms: wholeNumber('fault.slowBody', 'milliseconds', ms, 0, longestFault),
      ...given(answer),
    }),

  /** 502 with the HTML page of a proxy that cannot reach the service. */
  proxyPage: (): Fault => made({ kind: 'proxyPage' }),

  /** The status of a gateway whose upstream is broken (502) or silent (504), without a body. */
  gateway: (status: 502 | 504): Fault => {
    if (status !== 502 && status !== 504) throw new RangeError('fault.gateway takes 502 or 504.');
    return made({ kind: 'gateway', status });
  },
} as const;

const resetMoments: readonly string[] = ['before', 'during', 'after'] satisfies ResetMoment[];

/** Whether a value was made by one of the functions above, and so has values that work. */
export function isFault(value: unknown): value is Fault<unknown> {
  return typeof value === 'object' && value !== null && known.has(value);
}

/** As it is written in a test, without the answer. */
export function nameOfFault(value: Fault<unknown>): string {
  const argument = 'ms' in value ? value.ms : 'retryAfter' in value ? value.retryAfter : argumentOf(value);
  return `fault.${value.kind}(${argument})`;
}

function argumentOf(value: Fault<unknown>): string | number {
  if (value.kind === 'reset') return `'${value.when}'`;
  if (value.kind === 'gateway') return value.status;
  return value.kind === 'cutBody' ? (value.bytes ?? '') : '';
}

const known = new WeakSet<object>();

function made<Made extends object>(value: Made): Made {
  known.add(value);
  return Object.freeze(value);
}

function given<Answer>(answer: Answer | undefined): { answer?: Answer } {
  return answer === undefined ? {} : { answer };
}

function wholeNumber(owner: string, unit: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${owner} takes ${unit}, a whole number from ${least} to ${most}.`);
}
