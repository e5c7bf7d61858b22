/** An answer that cannot be judged, since it breaks HTTP or has no end. */
import type { FaultDescription } from '@roma-fdi/contract';

export class BrokenAnswer extends Error {
  readonly fault: FaultDescription;
  /** Undefined where not even the status could be read. */
  readonly status: number | undefined;

  constructor(fault: FaultDescription, status: number | undefined) {
    super(`${fault.place} ${fault.expected}`);
    this.fault = fault;
    this.status = status;
  }
}

/** @param why goes on from "The answer breaks HTTP:"; never the value of a header */
export function breaksHttp(why: string, status?: number): BrokenAnswer {
  return new BrokenAnswer({ place: 'The answer', expected: `breaks HTTP: ${why}` }, status);
}
