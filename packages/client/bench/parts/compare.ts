/** Measures calls beside each other, so that what else the machine does meets all of them. */
import type { Call } from './init-call.ts';

export interface Figure {
  readonly name: string;
  readonly call_us: number;
  /** Time over that of the first caller, in the batch beside it: 1.2 is a fifth slower. */
  readonly ratio: number;
  readonly added_us: number;
  /** The same of the processor's time in this process. */
  readonly cpu_ratio: number;
}

interface Batch {
  readonly us: number;
  readonly cpu_us: number;
}

/** Rounds that warm up and are not counted. */
const warmUp = 10;

async function batchOf(call: Call, calls: number): Promise<Batch> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  for (let n = 0; n < calls; n++) await call();
  const us = (performance.now() - start) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { us: us / calls, cpu_us: (user + system) / calls };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Medians over the batches, of each caller against the one of `against` that ran beside it. */
export async function compare(
  against: readonly [name: string, call: Call],
  callers: Readonly<Record<string, Call>>,
  { batches, calls }: { readonly batches: number; readonly calls: number },
): Promise<Figure[]> {
  const [name, first] = against;
  const pairs = new Map(Object.keys(callers).map((key) => [key, [] as { own: Batch; beside: Batch }[]]));
  for (let round = -warmUp; round < batches; round++) {
    // What one leaves to the garbage collector meets the next: whoever that is.
    const order = Object.entries(callers).toSorted(() => Math.random() - 0.5);
    for (const [key, call] of order) {
      // Each goes first in half of the rounds.
      const before = round % 2 === 0 ? await batchOf(first, calls) : undefined;
      const own = await batchOf(call, calls);
      const beside = before ?? (await batchOf(first, calls));
      if (round >= 0) pairs.get(key)?.push({ own, beside });
    }
  }
  const beside = [...pairs.values()].flatMap((all) => all.map((pair) => pair.beside.us));
  const figures = [...pairs].map(([key, all]) => ({
    name: key,
    call_us: median(all.map(({ own }) => own.us)),
    ratio: median(all.map((pair) => pair.own.us / pair.beside.us)),
    added_us: median(all.map((pair) => pair.own.us - pair.beside.us)),
    cpu_ratio: median(all.map((pair) => pair.own.cpu_us / pair.beside.cpu_us)),
  }));
  return [{ name, call_us: median(beside), ratio: 1, added_us: 0, cpu_ratio: 1 }, ...figures];
}
