/** The failures that operations on data sources have in common. */
import { type Failure, invalidParameter } from '@roma-fdi/contract';

export const noSuchDataSource = (): Failure =>
  invalidParameter(
    'DataSourceNotFound',
    'datasource_id',
    'the project and the instance have no data source with this ID.',
  );

export const nameTaken = (): Failure =>
  invalidParameter(
    'NameTaken',
    'datasource_name',
    'the name is taken by another data source of this project and instance.',
  );
