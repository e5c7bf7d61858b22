/** `listMultiTaskMappings`: one page of the mappings of one pair. */

import { Failure } from '@roma-fdi/contract';
import { limits } from '@roma-fdi/types';
import { listedAnswer, unmappedTablesAnswer } from '../../wire/listed-answer.ts';
import { pairAnswer, schemaMappingAnswer } from '../../wire/pair-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import { wholeList } from '../later.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { severalPairs } from './several-pairs.ts';

export const listMultiTaskMappings =
  ({ store, mappingAnswers }: Parts): Handler<'listMultiTaskMappings'> =>
  async ({ path, query }, { signal }) => {
    const view = { summary: query.fields === 'summary', explain: query.explain ?? false };
    const result = await store.listMappings(
      {
        ...scopeOf(path),
        taskId: path.task_id,
        source: query.source_datasource_id || undefined,
        target: query.target_datasource_id || undefined,
        sourceTable: query.source_table || undefined,
        targetTable: query.target_table || undefined,
        tableName: query.table_name || undefined,
        status: query.status,
        maxPercent: query.max_percent,
        ...view,
        limit: query.limit,
        offset: query.offset,
        schemaLimit: limits.MultiTaskMappingsPage.schema_mappings,
      },
      signal,
    );
    const read = (ids: readonly string[]) => store.readListedMappings({ ids, ...view }, signal);
    switch (result.status) {
      case 'no-task':
        throw new Failure('TaskNotFound');
      case 'several-pairs':
        throw severalPairs(result.pairs);
      case 'no-pair':
        return {
          status: 200,
          body: { task_id: path.task_id, mappings: [], schema_mappings: [], mappings_total_count: 0 },
        };
      case 'page':
        return {
          status: 200,
          body: {
            ...pairAnswer(result.task, result.pair),
            mappings: wholeList({ first: result.mappings, later: result.later, read, mayShrink: true }, (row) =>
              listedAnswer(row, mappingAnswers),
            ),
            schema_mappings: result.schemaMappings.map(schemaMappingAnswer),
            mappings_total_count: result.total,
            ...(result.unmapped && unmappedTablesAnswer(result.unmapped)),
          },
        };
    }
  };
