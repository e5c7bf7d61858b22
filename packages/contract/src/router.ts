/** Which operation a path and a method have, without any normalisation: `..`, `//` and a final slash are taken as they are. */
import { Failure } from './failure.ts';
import type { Operation } from './operations.ts';

/** The operations of a path by their method. @throws {Failure} `NoSuchOperation` */
export type Router = (segments: readonly string[]) => ReadonlyMap<string, Operation>;

/** Makes the function that routes decoded segments; of several templates that fit, the one with the fewest parameters counts. */
export function createRouter(operations: readonly Operation[]): Router {
  const templates = [...new Set(operations.map(({ path }) => path))];
  const routes = templates.map((template) => ({
    parts: template.split('/').map((part) => (part.startsWith('{') ? undefined : part)),
    byMethod: new Map(
      operations.filter(({ path }) => path === template).map((operation) => [operation.method, operation]),
    ),
  }));
  const parameters = (parts: readonly unknown[]) => parts.filter((part) => part === undefined).length;
  routes.sort((a, b) => parameters(a.parts) - parameters(b.parts));
  return (segments) => {
    const found = routes.find(
      ({ parts }) =>
        parts.length === segments.length &&
        parts.every((part, index) => (part === undefined ? segments[index] !== '' : part === segments[index])),
    );
    if (!found) throw new Failure('NoSuchOperation');
    return found.byMethod;
  };
}

/** The operation of a method. @throws {Failure} `MethodNotAllowed`, with the methods that there are */
export function operationFor(byMethod: ReadonlyMap<string, Operation>, method: string): Operation {
  const operation = byMethod.get(method);
  if (operation) return operation;
  const allow = [...byMethod.keys()].join(', ');
  throw new Failure('MethodNotAllowed', `The path exists, but not with this method; it takes ${allow}.`, {
    headers: { allow },
  });
}

/** The parameters of a path that fits the template. */
export function pathParametersOf(template: string, segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  template.split('/').forEach((part, index) => {
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segments[index] ?? '';
  });
  return parameters;
}
