/** One call by what swagger-typescript-api generates. It is compiled and run beside the generated files alone. */
import { Api, type MultiTaskInitBody } from './generated/index.js';

type IsAny<T> = 0 extends 1 & T ? true : false;
export const isAny: IsAny<MultiTaskInitBody['task_id']> = false;

export async function call(baseUrl: string): Promise<string | undefined> {
  const api = new Api({ baseUrl, baseApiParams: { headers: { 'X-Auth-Token': 'token' } } });
  const { data } = await api.v2.installMultiTasks('p', 'i', { auto_mapping: true });
  return data[0]?.task_id;
}
