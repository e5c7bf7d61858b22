/** `startTestDatasource`: connects with the settings of the body, and stores nothing. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { givenSettings } from './given-settings.ts';
import { opened, requireDataSource } from './read-data-source.ts';

export const startTestDatasource =
  (parts: Parts): Handler<'startTestDatasource'> =>
  async ({ path, body }, { signal }) => {
    const source = await requireDataSource(parts, { ...scopeOf(path), id: path.datasource_id }, signal);
    const settings = await givenSettings(parts, source, body);
    await opened(source, () => parts.sources.test(source, settings, signal));
    return { status: 200, body: { result: true } };
  };
