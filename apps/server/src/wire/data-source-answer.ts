/** A data source in the contract's spelling, without its secrets. */
import type { DataSourceRsp } from '@roma-fdi/types';
import type { DataSource } from '../store/records.ts';

export function dataSourceAnswer(source: DataSource): DataSourceRsp {
  return {
    datasource_id: source.id,
    datasource_name: source.name,
    // Only types of the contract are ever registered.
    datasource_type: source.type as NonNullable<DataSourceRsp['datasource_type']>,
    ...(source.appId === null ? {} : { app_id: source.appId }),
    instance_id: source.instance,
    create_time: source.createTime,
    update_time: source.updateTime,
    content: source.content,
    ...(source.description === null ? {} : { description: source.description }),
  };
}
