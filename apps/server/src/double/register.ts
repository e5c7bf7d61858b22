/** Registers an SQLite data source with a server, over HTTP like any other caller. */
import { request } from 'node:http';
import { routes } from '@roma-fdi/types';

export interface Registrar {
  readonly url: string;
  readonly token: string;
  readonly projectId: string;
  readonly instanceId: string;
}

/** Milliseconds for an answer of the process's own server. */
const longestWait = 10_000;

/**
 * The ID of the new data source. It goes past `fetch`, which tests replace.
 * @param database path below the server's folder for SQLite databases
 */
export async function register(by: Registrar, name: string, database: string): Promise<string> {
  const { method, path } = routes.createDatasourceInfo;
  const place = path.replace('{project_id}', by.projectId).replace('{instance_id}', by.instanceId);
  const body = JSON.stringify({
    datasource_name: name,
    datasource_type: 'SQLITE',
    app_id: 'tests',
    content: { database_name: database },
  });
  const answer = await answerOf(`${by.url}${place}`, method, by.token, body);
  const { datasource_id: id } = JSON.parse(answer);
  if (typeof id !== 'string') throw new Error(`The test server did not take its own database ${name}: ${answer}`);
  return id;
}

function answerOf(url: string, method: string, token: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
    const sent = request(url, { method, headers, agent: false, signal: AbortSignal.timeout(longestWait) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
