/** `showDatasourceDetail`: one data source without its secrets. */
import { dataSourceAnswer } from '../../wire/data-source-answer.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { noSuchDataSource } from './no-such-data-source.ts';

export const showDatasourceDetail =
  ({ store }: Parts): Handler<'showDatasourceDetail'> =>
  async ({ path }, { signal }) => {
    const source = await store.findDataSource({ ...scopeOf(path), id: path.datasource_id }, signal);
    if (!source) throw noSuchDataSource();
    return { status: 200, body: dataSourceAnswer(source) };
  };
