/** `createDatasourceInfo`: registers a data source with its secrets sealed. */

import { invalidParameter } from '@roma-fdi/contract';
import { dataSourceAnswer } from '../../wire/data-source-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { nameTaken } from './data-source-failures.ts';

export const createDatasourceInfo =
  ({ store, sources }: Parts): Handler<'createDatasourceInfo'> =>
  async ({ path, body }, { signal }) => {
    const refused = await sources.refusal(body.datasource_type, body.content);
    if (refused) throw invalidParameter('InvalidValue', refused.parameter, refused.why);
    const { id, content, sealedSecret } = sources.prepare(body.datasource_type, body.content);
    const result = await store.createDataSource(
      {
        ...scopeOf(path),
        id,
        name: body.datasource_name,
        type: body.datasource_type,
        appId: body.app_id,
        content,
        sealedSecret,
        description: body.description ?? null,
      },
      signal,
    );
    if (result.status === 'name-taken') throw nameTaken();
    return { status: 201, body: dataSourceAnswer(result.dataSource) };
  };
