/** `dataSources.findOrCreate`: registers a data source once, whoever else does at the same time. */
import { createDatasourceInfo, type DatasourceInfo, failures } from '@roma-fdi/types';
import type { DataSourceRsp } from '../answers/answer-types.ts';
import { ApiError } from '../errors/api-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import type { CallOptions } from '../options.ts';
import type { Settings } from '../settings.ts';
import type { DataSources } from './data-sources.ts';
import { underOneDeadline } from './one-deadline.ts';

/** The calls that it is made of. */
type Calls = Pick<DataSources, 'all' | 'show' | 'create'>;

export function findOrCreate(
  calls: Calls,
  timeoutOf: Settings['timeout'],
  body: DatasourceInfo,
  options?: CallOptions,
): Promise<DataSourceRsp> {
  const timeout = timeoutOf(createDatasourceInfo.timeout, options?.timeout);
  return underOneDeadline(timeout, options, async (next) => {
    if (typeof body?.datasource_name !== 'string') throw new InvalidCallError('datasource_name must be a string.');
    const existing = await find(calls, body, next);
    if (existing) return existing;
    try {
      return await calls.create(body, next());
    } catch (error) {
      // Another caller was faster, or the answer to this one was lost.
      const found = mayBeThere(error) ? await find(calls, body, next) : undefined;
      if (found) return found;
      throw error;
    }
  });
}

/** The vendor's cloud names no failures: there the code of a name that is taken stands for other failures too. */
function mayBeThere(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ApiError && error.code === failures.NameTaken.code);
}

/** Characters of a filter that the vendor's cloud takes, which are fewer than a name may have. */
const longestFilter = 30;

/** The one of exactly this name; throws ConflictError where it is another one. The filter of the list finds parts of names. */
async function find(calls: Calls, body: DatasourceInfo, next: () => CallOptions): Promise<DataSourceRsp | undefined> {
  const { datasource_name } = body;
  const alike = await calls.all({ name: [...datasource_name].slice(0, longestFilter).join('') }, next());
  const listed = alike.find((one) => one.datasource_name === datasource_name);
  if (!listed) return undefined;
  const existing = listed.content ? listed : await calls.show(listed.datasource_id, next());
  const differences = differencesOf(body, existing);
  if (differences.length > 0) throw new ConflictError(existing, differences);
  return existing;
}

/** What both state and state differently: a setting that an answer leaves out may be a secret, or a default. */
function differencesOf(body: DatasourceInfo, existing: DataSourceRsp): string[] {
  const { content, description: _, ...facts } = body;
  return [...differing(facts, existing, ''), ...differing(content, existing.content ?? {}, 'content.')];
}

function differing(wanted: object, existing: object, prefix: string): string[] {
  const known = new Map(Object.entries(existing));
  return Object.entries(wanted).flatMap(([name, value]) => (isSame(value, known.get(name)) ? [] : [prefix + name]));
}

/** Lists and objects inside too: a server writes their fields in an order of its own, and may leave some out. */
function isSame(wanted: unknown, there: unknown): boolean {
  if (isAbsent(wanted) || isAbsent(there)) return true;
  if (typeof wanted !== 'object' || typeof there !== 'object') return wanted === there;
  const [one, other] = [Object(wanted), Object(there)];
  return one.length === other.length && differing(one, other, '').length === 0;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
