/** One call by what @hey-api/openapi-ts generates. It is compiled and run beside the generated files alone. */
import { client } from './generated/client.gen.js';
import { installMultiTasks } from './generated/sdk.gen.js';
import type { MultiTaskInitBody } from './generated/types.gen.js';

/** An ID that is `any` would take a number. */
type IsAny<T> = 0 extends 1 & T ? true : false;
export const isAny: IsAny<MultiTaskInitBody['task_id']> = false;

export async function call(baseUrl: string): Promise<string | undefined> {
  client.setConfig({ baseUrl, headers: { 'X-Auth-Token': 'token' } });
  const path = { project_id: 'p', instance_id: 'i' };
  const { data } = await installMultiTasks({ path, body: { ext_info: null, auto_mapping: true } });
  return data?.[0]?.task_id;
}
