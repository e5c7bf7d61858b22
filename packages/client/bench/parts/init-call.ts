/** The one call that every client of the bench makes. */
import { routes } from '@roma-fdi/types';

export type Call = () => Promise<unknown>;

export const place = {
  projectId: 'c2f0a4b86d1e4f3a9b7c5d8e0f1a2b3c',
  instanceId: '3f1e9c52-7b84-4c1d-9a60-5d2f8e7b6c41',
};
export const pathPlace = { project_id: place.projectId, instance_id: place.instanceId };
export const body = {
  source_datasource_id: '5b0f6a1c2d3e4f70',
  target_datasource_id: '9c8b7a6d5e4f3021',
  auto_mapping: true,
};
/** As long as the vendor's. */
export const token = 'MIIE'.repeat(400);
export const { method, path } = routes.installMultiTasks;

/** The path as it is sent. */
export const resource = path.replace('{project_id}', place.projectId).replace('{instance_id}', place.instanceId);
