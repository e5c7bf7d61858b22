/** `startTestDatasource`: connects with the settings of the body, and stores nothing. */
import { SourceError } from '../../sources/source-error.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { givenSettings } from './given-settings.ts';
import { noSuchDataSource } from './no-such-data-source.ts';
import { sourceFailure } from './read-data-source.ts';

export const startTestDatasource =
  (parts: Parts): Handler<'startTestDatasource'> =>
  async ({ path, body }, { signal }) => {
    const source = await parts.store.findDataSource({ ...scopeOf(path), id: path.datasource_id }, signal);
    if (!source) throw noSuchDataSource();
    const settings = await givenSettings(parts, source, body);
    try {
      await parts.sources.test(source, settings, signal);
    } catch (error) {
      throw error instanceof SourceError ? sourceFailure(error, source.name) : error;
    }
    return { status: 200, body: { result: true } };
  };
