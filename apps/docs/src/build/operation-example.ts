/** One complete request of an operation, taken from the contract's own examples. */
import { type Contract, type Example, type Operation, type Parameter, type Reference, resolve } from './contract.ts';

export interface OperationExample {
  method: string;
  /** Path with `{name}` in place of each path parameter. */
  path: string;
  /** Example value of each path and query parameter that has one, by the parameter's name. */
  values: Record<string, unknown>;
  /** The first example body; undefined where the operation takes none. */
  body: unknown;
}

/** The request that the contract's first examples make; throws where a path parameter or a body has no example. */
export function operationExample(contract: Contract, path: string, method: string): OperationExample {
  const operation = contract.paths[path]![method]!;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(contract, parameter));
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = parameter.example ?? first(contract, parameter.examples);
    if (value !== undefined) values[parameter.name] = value;
    else if (parameter.in === 'path') throw missing(operation, `path parameter ${parameter.name}`);
  }
  return { method: method.toUpperCase(), path, values, body: exampleBody(contract, operation) };
}

function exampleBody(contract: Contract, operation: Operation): unknown {
  if (!operation.requestBody) return undefined;
  const body = first(contract, operation.requestBody.content['application/json']?.examples);
  if (body === undefined) throw missing(operation, 'request body');
  return body;
}

function first(contract: Contract, examples: Record<string, Example | Reference> = {}): unknown {
  const [example] = Object.values(examples);
  return example && resolve<Example>(contract, example).value;
}

function missing({ operationId }: Operation, place: string): Error {
  return new Error(`No sample can be made for ${operationId}: its ${place} has no example in spec/. Give it one.`);
}
