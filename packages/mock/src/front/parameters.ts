/** Checks of the query that Prism does not make: what is given twice, what the contract does not know, how a value is written. */
import { type Fault, integerText } from '@roma-fdi/types';
import type { Schema } from '../contract/document.ts';
import type { Call } from './call.ts';

/** Faults of the query; names in `others` are taken although the contract does not list them. */
export function judgeQuery({ query, operation }: Call, others: ReadonlySet<string>): Fault[] {
  const known = new Map(
    operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema]),
  );
  return [...new Set(query.keys())].flatMap((name) => {
    const schema = known.get(name);
    if (!schema) return others.has(name) ? [] : fault(name, 'undescribed');
    if (query.getAll(name).length > 1) return fault(name, 'duplicate');
    return judgeText(name, query.get(name) ?? '', schema);
  });
}

/** Prism reads `1.0`, `0x1` and ` 1` as integers, and takes a value that is empty for none. */
function judgeText(name: string, text: string, schema: Schema): Fault[] {
  if (schema.type === 'integer') return integerText.test(text) ? [] : fault(name, 'type', { type: schema.type });
  return text === '' && schema.enum ? fault(name, 'enum', { allowedValues: schema.enum }) : [];
}

function fault(name: string, keyword: string, params: Fault['params'] = {}): Fault[] {
  return [{ in: 'query', keyword, instancePath: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, params }];
}
