/** Probes that every operation gets, written from what the contract says of it: parameters, media types, sizes, bodies. */
import { type Operation, readContract } from '@roma-fdi/contract';
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

const jsonType = 'application/json';
const unknown = 'f'.repeat(32);

/** Any IDs will do, since nothing is looked for before a request fits; with the query parameters that are needed, and others. */
const target =
  ({ operationId, parameters }: Operation, others = '') =>
  (facts: ProbeTarget) => {
    const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
    const query = new URLSearchParams(Object.fromEntries(needed.map(({ name, example }) => [name, String(example)])));
    const path = pathOf(facts, operationId, { task_id: unknown, datasource_id: unknown, mapping_id: unknown });
    return [path, [others, query.toString()].filter(Boolean).join('&')].filter(Boolean).join('?');
  };

const invalid = (says: string) => ({ failure: 'InvalidParameters' as const, says });
/** Of a type and with a length that the headers announce; the body itself never comes. */
const announcing = (operation: Operation, type: string, length: number) => (facts: ProbeTarget) => ({
  raw: [
    [
      `${operation.method} ${target(operation)(facts)} HTTP/1.1`,
      `Host: ${facts.host}`,
      `X-Auth-Token: ${facts.token}`,
      `Content-Type: ${type}`,
      `Content-Length: ${length}`,
      '\r\n',
    ].join('\r\n'),
  ],
});

function probesOf(operation: Operation): Probe[] {
  const { operationId: id, method, body, maxBodyBytes } = operation;
  const path = target(operation);
  const odd = target(operation, 'nothing=1');
  const probes: Probe[] = [
    {
      name: `${id}: a query parameter that it does not have`,
      send: (t) => ({ method, path: odd(t) }),
      expect: invalid('Query parameter [nothing] is not described'),
    },
    {
      name: `${id}: a wrong token and a query parameter that it does not have`,
      send: (t) => ({ method, path: odd(t), headers: { 'X-Auth-Token': 'wrong' } }),
      expect: { failure: 'Unauthenticated' },
    },
    {
      name: `${id}: a project that cannot be`,
      send: (t) => ({ method, path: path({ ...t, project: 'a%20b' }) }),
      expect: invalid('Path parameter [project_id] must be'),
    },
  ];
  if (!body) {
    const send = (t: ProbeTarget) => ({ method, path: path(t), body: {} });
    return [...probes, { name: `${id}: a body where it takes none`, send, expect: invalid('The body must be empty') }];
  }
  const takesJson = body.mediaTypes.includes(jsonType);
  const foreign = takesJson ? 'application/x-www-form-urlencoded' : jsonType;
  const taken = body.mediaTypes.join(' or ');
  probes.push(
    {
      name: `${id}: ${takesJson ? 'form data that should be JSON' : 'JSON that should be form data'}`,
      send: (t) => ({ method, path: path(t), headers: { 'Content-Type': foreign }, body: takesJson ? 'a=b' : '{}' }),
      expect: { failure: 'UnsupportedMediaType', says: `The media type must be ${taken}` },
    },
    {
      name: `${id}: a body over its limit`,
      send: announcing(operation, body.mediaTypes[0] ?? '', maxBodyBytes + 1),
      expect: { failure: 'BodyTooLarge', says: String(maxBodyBytes) },
    },
    {
      name: `${id}: a foreign media type and a body over its limit`,
      send: announcing(operation, foreign, maxBodyBytes + 1),
      expect: { failure: 'UnsupportedMediaType', says: taken },
    },
  );
  if (body.required) {
    probes.push({
      name: `${id}: no body`,
      send: (t) => ({ method, path: path(t) }),
      expect: invalid('The body is required'),
    });
  }
  if (takesJson) {
    probes.push({
      name: `${id}: a list for a body`,
      send: (t) => ({ method, path: path(t), body: [] }),
      expect: invalid('The body must be an object'),
    });
    const [example = {}] = body.examples.values() as Iterable<object>;
    const [first = ''] = Object.keys(example);
    probes.push(
      {
        name: `${id}: a property that it does not have`,
        send: (t) => ({ method, path: path(t), body: { ...example, nothing: 1 } }),
        expect: invalid('Body property [nothing] is not described'),
      },
      {
        name: `${id}: a property of a wrong type`,
        send: (t) => ({ method, path: path(t), body: { ...example, [first]: true } }),
        expect: invalid(`Body property [${first}] must be`),
      },
    );
  }
  return probes;
}

export const operationProbes: Probe[] = readContract().operations.flatMap(probesOf);
