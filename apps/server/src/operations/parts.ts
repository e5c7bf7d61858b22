/** What the operations work on. */
import type { Sources } from '../sources/sources.ts';
import type { Store } from '../store/store.ts';

export interface Parts {
  readonly store: Store;
  readonly sources: Sources;
}
