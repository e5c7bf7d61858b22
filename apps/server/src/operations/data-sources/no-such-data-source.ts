/** The failure that every operation on one data source has in common. */
import { type Failure, invalidParameter } from '@roma-fdi/contract';

export const noSuchDataSource = (): Failure =>
  invalidParameter(
    'DataSourceNotFound',
    'datasource_id',
    'the project and the instance have no data source with this ID.',
  );
