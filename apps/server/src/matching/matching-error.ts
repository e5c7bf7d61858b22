/** Why a pair could not be matched, in a sentence. */
import type { SourceErrorKind } from '../sources/source-error.ts';

export type Side = 'source' | 'target';

export class MatchingError extends Error {
  override readonly name = 'MatchingError';
  /** `unknown`: the project and the instance have no such data source; `no-such-table`: a range names what is not there. */
  readonly kind: SourceErrorKind | 'unknown' | 'no-such-table';
  /** The data source that is to blame; undefined where it is none, or both. */
  readonly side: Side | undefined;

  constructor(kind: MatchingError['kind'], side: Side | undefined, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.side = side;
  }
}
