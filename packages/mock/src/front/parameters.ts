/** Checks of the query that a JSON schema cannot make: what is given twice, and what the contract does not know. */
import type { Fault } from '@roma-fdi/types';
import type { Call } from './call.ts';

/** Faults of the query's names; those in `others` are taken although the contract does not list them. */
export function judgeQueryNames({ query, operation }: Call, others: ReadonlySet<string>): Fault[] {
  const known = new Set(operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name));
  return [...new Set(query.keys())].flatMap((name) => {
    if (!known.has(name) && !others.has(name)) return fault(name, 'undescribed');
    return query.getAll(name).length > 1 ? fault(name, 'duplicate') : [];
  });
}

function fault(name: string, keyword: string): Fault[] {
  return [{ in: 'query', keyword, instancePath: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, params: {} }];
}
