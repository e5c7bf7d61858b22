/** One call by what oazapfts generates. It is compiled and run beside the generated files alone. */
import { defaults, installMultiTasks, type MultiTaskInitBody, servers } from './generated/index.js';

type IsAny<T> = 0 extends 1 & T ? true : false;
export const isAny: IsAny<MultiTaskInitBody['task_id']> = false;

export async function call(baseUrl: string): Promise<string | undefined> {
  const { hostname: host, port } = new URL(baseUrl);
  defaults.baseUrl = servers.selfHostedServerOrMock({ scheme: 'http', host, port });
  defaults.headers = { 'X-Auth-Token': 'token' };
  const answer = await installMultiTasks('p', 'i', { auto_mapping: true });
  return answer.status === 200 ? answer.data[0]?.task_id : undefined;
}
