/** `updateDatasourceInfo`: replaces what a data source was registered with; its ID and type stay. */
import { dataSourceAnswer } from '../../wire/data-source-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { nameTaken, noSuchDataSource } from './data-source-failures.ts';
import { givenSettings } from './given-settings.ts';
import { requireDataSource } from './read-data-source.ts';

export const updateDatasourceInfo =
  (parts: Parts): Handler<'updateDatasourceInfo'> =>
  async ({ path, body }, { signal }) => {
    const { store, sources } = parts;
    const located = { ...scopeOf(path), id: path.datasource_id };
    const source = await requireDataSource(parts, located, signal);
    const settings = await givenSettings(parts, source, body);
    const result = await store.updateDataSource(
      {
        ...located,
        name: body.datasource_name,
        appId: body.app_id,
        ...sources.seal(source, settings),
        description: body.description ?? null,
      },
      signal,
    );
    if (result.status === 'not-found') throw noSuchDataSource();
    if (result.status === 'name-taken') throw nameTaken();
    return { status: 200, body: dataSourceAnswer(result.dataSource) };
  };
