/** The settings of a data source that are given again, with the kept secrets that they leave out. */
import { invalidParameter } from '@roma-fdi/contract';
import type { Settings } from '@roma-fdi/databases';
import type { DatasourceInfo } from '@roma-fdi/types';
import type { DataSource } from '../../store/records.ts';
import type { Parts } from '../parts.ts';
import { opened } from './read-data-source.ts';

/** @throws {Failure} where they cannot be used for this data source */
export async function givenSettings(
  { sources }: Parts,
  source: DataSource,
  { datasource_type, content }: DatasourceInfo,
): Promise<Settings> {
  if (datasource_type !== source.type) {
    throw invalidParameter(
      'InvalidValue',
      'datasource_type',
      `the data source is of type ${source.type}; register another one.`,
    );
  }
  const kept = await opened(source, () => sources.withKept(source, content));
  if ('needed' in kept) {
    const why = 'send the secret again, since the data source leads to another place.';
    throw invalidParameter('SecretNeeded', `content.${kept.needed}`, why);
  }
  const refused = await sources.refusal(datasource_type, kept.settings);
  if (refused) throw invalidParameter('InvalidValue', refused.parameter, refused.why);
  return kept.settings;
}
