/** One complete request of an operation, taken from the contract's own examples. */
import type { Operation } from '@roma-fdi/contract';

export interface OperationExample {
  method: string;
  /** Path with `{name}` in place of each path parameter. */
  path: string;
  /** Example value of each path and query parameter that has one, by the parameter's name. */
  values: Record<string, unknown>;
  /** The first example body; undefined where the operation takes none. */
  body: unknown;
  /** Whether the body is form data: an object of its fields. */
  isForm: boolean;
}

/** The request that the contract's first examples make; throws where a path parameter or a body has no example. */
export function operationExample({ operationId, method, path, parameters, body }: Operation): OperationExample {
  const missing = (place: string): Error =>
    new Error(`No sample can be made for ${operationId}: its ${place} has no example in spec/. Give it one.`);
  const without = parameters.find((parameter) => parameter.in === 'path' && parameter.example === undefined);
  if (without) throw missing(`path parameter ${without.name}`);
  if (body?.examples.size === 0) throw missing('request body');
  const given = parameters.filter(({ example }) => example !== undefined);
  return {
    method,
    path,
    values: Object.fromEntries(given.map(({ name, example }) => [name, example])),
    body: body && [...body.examples.values()][0],
    isForm: body?.mediaTypes[0] === 'application/x-www-form-urlencoded',
  };
}
