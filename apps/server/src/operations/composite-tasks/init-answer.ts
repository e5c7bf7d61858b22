/** What init answers, and automatic mapping alike: one element for each pair that the call touched. */
import type { Answer } from '@roma-fdi/contract';
import { limits } from '@roma-fdi/types';
import type { CallResult } from '../../store/store.ts';
import { pairAnswer, schemaMappingAnswer } from '../../wire/pair-answer.ts';
import { wholeList } from '../later.ts';
import type { Parts } from '../parts.ts';
import { unknownDataSource } from './matching-failure.ts';

/** How many mappings an element holds, at most. */
export const initLimits = {
  limit: limits.MultiTaskInitElement.mappings,
  schemaLimit: limits.MultiTaskInitElement.schema_mappings,
};

export function initAnswer(
  { store, mappingAnswers }: Parts,
  result: CallResult<'initTask'>,
  signal: AbortSignal,
): Answer<'installMultiTasks'> {
  if (result.status !== 'done') {
    throw unknownDataSource(result.status === 'unknown-source' ? 'source' : 'target');
  }
  const { task, pairs } = result;
  const read = (ids: readonly string[]) => store.readMappings({ ids }, signal);
  return {
    status: 200,
    // A task without a pair has one element all the same.
    body: (pairs.length === 0 ? [undefined] : pairs).map((pair) => ({
      ...pairAnswer(task, pair),
      mappings: pair
        ? wholeList({ first: pair.mappings, later: pair.later, read, mayShrink: true }, mappingAnswers.of)
        : [],
      schema_mappings: pair?.schemaMappings.map(schemaMappingAnswer) ?? [],
      mappings_total_count: pair?.mappingCount ?? 0,
    })),
  };
}
