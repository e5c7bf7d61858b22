/** Sends generated requests to mock and server: each operation with each fault that it can have, in rounds. */
import type { Operation } from '@roma-fdi/contract';
import fc from 'fast-check';
import { anyBytes } from './any-bytes.ts';
import { faultsOf, faultsOfAny } from './compare.ts';
import { contract } from './contract.ts';
import type { GeneratedRequest } from './request.ts';
import { faults, requestsWith } from './requests.ts';
import type { Lane, Sides } from './sides.ts';

/** An operation, and what is wrong with the requests for it. */
interface Meeting {
  readonly operation: Operation;
  readonly fault: string;
  readonly requests: fc.Arbitrary<GeneratedRequest>;
}

/** The first of the faults: a request that has none. */
export const [noFault = ''] = faults;

/** A request without a fault leads further than any other, so more are sent of it. */
const shareOfGood = 6;

/** One round: every operation with every fault that it can have. */
const meetings: readonly Meeting[] = contract.operations.flatMap((operation) =>
  faults.flatMap((fault) => {
    const requests = requestsWith(operation, fault);
    return requests ? Array<Meeting>(fault === noFault ? shareOfGood : 1).fill({ operation, fault, requests }) : [];
  }),
);

/** What was sent and how the server answered it. */
export interface Sent {
  readonly operationId: string;
  readonly fault: string;
  readonly status: number;
}

/**
 * Sends so many requests in the lanes; a seed makes the same ones in the same order.
 * @throws {Error} with the smallest request found that is answered wrongly, and how to repeat it
 */
export async function sendSideBySide(lanes: readonly Lane[], count: number, seed: number): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const order = orderOf(count, seed);
  let failed = false;
  const results = await Promise.allSettled(
    lanes.map(async (lane, mine) => {
      for (let index = mine; index < order.length && !failed; index += lanes.length) {
        const { operation, fault, requests } = order[index] as Meeting;
        const check = fc.asyncProperty(requests, async (request) => {
          const outcomes = await lane.send(request);
          const { server } = outcomes;
          sent.push({ operationId: operation.operationId, fault, status: 'status' in server ? server.status : 0 });
          const wrong = faultsOf(request, outcomes);
          if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n${lane.curl(request)}`);
        });
        const result = await fc.check(check, { numRuns: 1, seed: seed + index });
        if (!result.failed) continue;
        failed = true;
        throw new Error(`${operation.operationId} with ${fault}, of the seed ${seed}: ${messageOf(result)}`);
      }
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return sent;
}

/** Of the smallest request that was found. */
const messageOf = ({ errorInstance }: { readonly errorInstance: unknown }): string =>
  errorInstance instanceof Error ? errorInstance.message : String(errorInstance);

/** Rounds, the last one as far as it goes: what nothing before it has met comes first. */
function orderOf(count: number, seed: number): Meeting[] {
  const order: Meeting[] = [];
  for (let round = 0; order.length < count; round++) {
    const shuffled = fc.shuffledSubarray([...meetings], { minLength: meetings.length });
    const [all = []] = fc.sample(shuffled, { numRuns: 1, seed: seed + round });
    order.push(...newFirst(all));
  }
  return order.slice(0, count);
}

function newFirst(all: readonly Meeting[]): Meeting[] {
  const met = new Set<string>();
  const brings = ({ operation, fault }: Meeting): boolean => {
    const before = met.size;
    met.add(fault).add(`${operation.operationId} ${fault === noFault}`);
    return met.size > before;
  };
  const [news, others] = [[] as Meeting[], [] as Meeting[]];
  for (const meeting of all) (brings(meeting) ? news : others).push(meeting);
  return [...news, ...others];
}

/**
 * Sends bytes of any kind to both.
 * @throws {Error} with the smallest bytes found that are answered wrongly
 */
export async function sendBytesSideBySide(
  { sendBytes }: Pick<Sides, 'sendBytes'>,
  count: number,
): Promise<ReadonlyMap<number, number>> {
  const answers = new Map<number, number>();
  const check = fc.asyncProperty(anyBytes, async (bytes) => {
    const outcomes = await sendBytes(bytes);
    const status = outcomes.server?.status ?? 0;
    answers.set(status, (answers.get(status) ?? 0) + 1);
    const wrong = faultsOfAny(bytes, outcomes);
    if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n${JSON.stringify(bytes.toString('latin1'))}`);
  });
  const result = await fc.check(check, { numRuns: count });
  if (result.failed) throw new Error(messageOf(result));
  return answers;
}
