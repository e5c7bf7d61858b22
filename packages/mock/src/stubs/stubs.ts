/** The stubs that a test has set: which of them answers a call, which failed, and which were never used. */
import type { Operation } from '@roma-fdi/contract';
import type { MockCall } from './answer.ts';
import type { Decided } from './decide.ts';

/** What a stub answers: decided when it was set, or by a function when it is called. */
export type Prepared = { readonly decided: Decided } | { readonly decideFor: (call: MockCall) => unknown };

export type StubKind = 'once' | 'always' | 'sequence';

export interface StubRule {
  readonly operation: Operation;
  readonly kind: StubKind;
  readonly predicates: readonly ((call: MockCall) => unknown)[];
  /** One, or of a sequence all. */
  readonly answers: readonly Prepared[];
  /** As it is written in the test, and where: `mock.on('showTask').once(404), set at a.test.ts:3:8`. */
  readonly name: string;
}

/** What answers a call. */
export interface Taken {
  readonly stub: StubRule;
  readonly answer: Prepared;
}

export interface Stubs {
  add(stub: StubRule): void;
  /**
   * The stub that answers a call, which counts as its use; undefined where none fits.
   * @throws {BrokenStub} where a predicate fails
   */
  take(call: MockCall): Taken | undefined;
  /** Whether an operation has any. */
  has(operation: Operation): boolean;
  /** Remembers what is wrong with a stub, for `verify`, and gives it to be thrown; what is in `only` the test alone is told. */
  blame(stub: StubRule, why: string, only?: ForTest): BrokenStub;
  /** @throws {Error} that names each stub that failed and, unless `unused` is false, each that was not used up */
  verify(unused: boolean): void;
  clear(): void;
}

/** What a function of the test threw: it may hold anything, so the caller is not told. */
export interface ForTest {
  readonly detail: string;
  readonly cause: unknown;
}

/** A stub that could not answer its call; the message is for the caller. */
export class BrokenStub extends Error {}

const mostStubs = 1_000;
const mostBroken = 100;

export function createStubs(): Stubs {
  let stubs: StubRule[] = [];
  let broken: { readonly line: string; readonly cause: unknown }[] = [];
  const uses = new Map<StubRule, number>();
  const usesOf = (stub: StubRule): number => uses.get(stub) ?? 0;

  function blame(stub: StubRule, why: string, only?: ForTest): BrokenStub {
    const message = `${stub.name}: ${why}`;
    // One that was forgotten while its call was under way is none of the next test.
    if (stubs.includes(stub) && broken.length < mostBroken)
      broken.push({ line: only ? `${message} ${only.detail}` : message, cause: only?.cause });
    return new BrokenStub(message);
  }

  function fits(stub: StubRule, call: MockCall): boolean {
    if (stub.operation.operationId !== call.operationId) return false;
    return stub.predicates.every((predicate) => {
      let verdict: unknown;
      try {
        verdict = predicate(call);
      } catch (error) {
        throw blame(stub, 'its predicate threw', { detail: sentence(error), cause: error });
      }
      if (typeof verdict === 'boolean') return verdict;
      // A promise is refused, and what it rejects with would end the process.
      Promise.resolve(verdict).catch(() => {});
      throw blame(stub, 'its predicate must give true or false, and at once');
    });
  }

  function take(call: MockCall): Taken | undefined {
    const stub =
      stubs.find((one) => one.kind === 'once' && usesOf(one) === 0 && fits(one, call)) ??
      stubs.findLast((one) => one.kind !== 'once' && fits(one, call));
    if (!stub) return undefined;
    const used = usesOf(stub);
    uses.set(stub, used + 1);
    // The last answer of a sequence stays.
    const answer = stub.answers[Math.min(used, stub.answers.length - 1)];
    return answer && { stub, answer };
  }

  return {
    add: (stub) => {
      if (stubs.length >= mostStubs)
        throw new RangeError(`A mock has at most ${mostStubs} stubs: reset() forgets them.`);
      stubs.push(stub);
    },
    has: ({ operationId }) => stubs.some((stub) => stub.operation.operationId === operationId),
    take,
    blame,
    verify: (unused) => {
      const lines = [...new Set(broken.map(({ line }) => line))];
      if (unused)
        for (const stub of stubs) {
          const used = usesOf(stub);
          if (used >= stub.answers.length) continue;
          lines.push(`${stub.name}: ${used === 0 ? 'never used' : `${used} of ${stub.answers.length} answers used`}`);
        }
      if (lines.length === 0) return;
      const message = `The stubs did not do what they were set for:\n${lines.map((line) => `  ${line}`).join('\n')}`;
      const cause = broken.find((one) => one.cause !== undefined)?.cause;
      throw new Error(message, cause === undefined ? {} : { cause });
    },
    clear: () => {
      stubs = [];
      broken = [];
      uses.clear();
    },
  };
}

/** What a function of the test threw, for the test alone. It may be anything, with a text or without. */
export function sentence(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return `${typeof error} without a text`;
  }
}
