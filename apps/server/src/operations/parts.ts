/** What the operations work on. */
import type { Matching } from '../matching/matching.ts';
import type { Runs } from '../runs/runs.ts';
import type { Sources } from '../sources/sources.ts';
import type { PacedStore } from '../store/paced-store.ts';
import type { MappingAnswers } from '../wire/mapping-answers.ts';

export interface Parts {
  readonly store: PacedStore;
  readonly sources: Sources;
  readonly matching: Matching;
  readonly mappingAnswers: MappingAnswers;
  readonly runs: Runs;
  /** The most tables of a side that one call of `createMultiTaskMappingsAutomatically` maps. */
  readonly maxAutoTables: number;
}
