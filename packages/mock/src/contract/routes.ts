/** Which operations a path has, without any normalisation: `..`, `//` and a final slash are taken as they are. */
import type { Operation } from './operations.ts';

export interface Route {
  /** By method, in upper case. */
  operations: ReadonlyMap<string, Operation>;
}

/** Makes the function that finds the route of decoded path segments; with several, the one with fewer parameters. */
export function createRouter(operations: readonly Operation[]): (segments: readonly string[]) => Route | undefined {
  const templates = [...new Set(operations.map(({ template }) => template))];
  const routes = templates.map((template) => ({
    parts: template.split('/').map((part) => (part.startsWith('{') ? undefined : part)),
    route: {
      operations: new Map(
        operations
          .filter((operation) => operation.template === template)
          .map((operation) => [operation.method, operation]),
      ),
    },
  }));
  const parameters = (parts: (string | undefined)[]) => parts.filter((part) => part === undefined).length;
  routes.sort((a, b) => parameters(a.parts) - parameters(b.parts));
  return (segments) =>
    routes.find(
      ({ parts }) =>
        parts.length === segments.length &&
        parts.every((part, index) => (part === undefined ? segments[index] !== '' : part === segments[index])),
    )?.route;
}
