/** Tells hooks and logger what becomes of calls. */
import { apiError } from '../answers/read-answer.ts';
import type { CallFacts } from '../errors/fdi-error.ts';
import type { Remedies } from '../errors/words.ts';
import { requestIdOf } from '../wire/exchange.ts';
import type { Watch } from '../wire/watch.ts';
import type { AnswerEvent, Hooks, OutcomeEvent } from './hooks.ts';

/** Watches the calls of a client; undefined where nobody listens. */
export type Observe = (call: CallFacts) => Watch;

/**
 * @param listeners each is told everything, in this order
 * @param report is given what a hook throws, and the hook's name
 */
export function createObserve(
  listeners: readonly Hooks[],
  report: (hook: keyof Hooks, error: unknown) => void,
  remedies: Remedies,
): Observe {
  function tell<Name extends keyof Hooks>(name: Name, event: Parameters<NonNullable<Hooks[Name]>>[0]): void {
    for (const listener of listeners) {
      // Typed by what they are told: the event of this name.
      const hook = listener[name] as ((event: unknown) => unknown) | undefined;
      if (!hook) continue;
      try {
        const result = hook(event);
        if (result instanceof Promise) result.catch((error: unknown) => report(name, error));
      } catch (error) {
        report(name, error);
      }
    }
  }

  return (call) => {
    const start = performance.now();
    let attempt = 0;
    let sentAt: number | undefined;
    let last: Facts = nothing;

    function answered(outcome: Facts & { readonly error: unknown }): void {
      // No request is on its way: none was sent, or the call has ended before it.
      if (sentAt === undefined) return;
      const event: AnswerEvent = { call, attempt, duration: performance.now() - sentAt, ...outcome };
      sentAt = undefined;
      last = outcome;
      tell('onAnswer', event);
    }

    return {
      sent() {
        attempt++;
        tell('onRequest', { call, attempt });
        sentAt = performance.now();
      },
      answered(reply) {
        answered({ status: reply.status, requestId: requestIdOf(reply), error: undefined });
      },
      failed(error) {
        answered({ ...factsOf(error), error });
      },
      retry(wait, { reply, error }) {
        tell('onRetry', { call, attempt, wait, error: reply ? apiError(reply, remedies) : error });
      },
      outcome(error) {
        // The deadline or the caller has ended a request that is still on its way.
        answered({ ...nothing, error });
        const event: OutcomeEvent = { call, attempts: attempt, duration: performance.now() - start, ...last, error };
        tell('onOutcome', event);
      },
    };
  };
}

interface Facts {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

const nothing: Facts = { status: undefined, requestId: undefined };

/** An answer that broke off, or was refused, had a status. */
function factsOf(error: unknown): Facts {
  const { status, requestId } = typeof error === 'object' && error !== null ? (error as Partial<Facts>) : {};
  return { status, requestId };
}
