/** Faults by rate: which calls they happen to, and which they are, follows from the seed and the number of the call. */
import { createHash } from 'node:crypto';
import { type Fault, type FaultKind, fault } from './fault.ts';

export interface ChaosOptions {
  /** The part of the calls that a fault happens to, from 0 to 1. */
  rate: number;
  /** With the same seed the same faults happen to the same calls, counted from the first. Default: a random one. */
  seed?: string;
  /** Which faults happen. Default: all of them. */
  faults?: readonly FaultKind[];
}

/** How each is made; `draw` gives a number from 0 to 1. Delays are short enough for a client's default deadline. */
const makers: Readonly<Record<FaultKind, (draw: () => number) => Fault>> = {
  delay: (draw) => fault.delay(between(draw, 50, 1_000)),
  throttle: () => fault.throttle(1),
  reset: (draw) => fault.reset((['before', 'during', 'after'] as const)[between(draw, 0, 2)] ?? 'before'),
  cutBody: () => fault.cutBody(),
  slowBody: (draw) => fault.slowBody(between(draw, 50, 1_000)),
  proxyPage: () => fault.proxyPage(),
  gateway: (draw) => fault.gateway(draw() < 0.5 ? 502 : 504),
};

export const faultKinds = Object.keys(makers) as FaultKind[];

/** The fault of each call, in the order of the calls; undefined for one that none happens to. */
export function createChaos({
  rate,
  seed,
  faults = faultKinds,
}: ChaosOptions & { seed: string }): () => Fault | undefined {
  let calls = 0;
  return () => {
    calls++;
    const draw = createDraw(`${seed} ${calls}`);
    if (draw() >= rate) return undefined;
    const kind = faults[between(draw, 0, faults.length - 1)];
    return kind && makers[kind](draw);
  };
}

/** Numbers from 0 to 1 that follow from a text; eight of them, which is more than a call takes. */
function createDraw(text: string): () => number {
  const bytes = createHash('sha256').update(text).digest();
  let next = 0;
  return () => bytes.readUInt32LE(next++ * 4) / 2 ** 32;
}

function between(draw: () => number, least: number, most: number): number {
  return least + Math.min(most - least, Math.floor(draw() * (most - least + 1)));
}
