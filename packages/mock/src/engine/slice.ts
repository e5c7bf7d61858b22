/** The part of a document that the answers of one operation need: Prism takes its time with each part that it is given. */
import type { OpenApiDocument, Operation } from '@roma-fdi/contract';

type Node = Readonly<Record<string, unknown>>;

/** A document with that operation alone, and the components that its answers refer to; the whole one where they refer to anything else. */
export function sliceOf(document: OpenApiDocument, { path, method }: Pick<Operation, 'path' | 'method'>): object {
  const { openapi, info, jsonSchemaDialect, components } = document as OpenApiDocument & Node;
  const { operationId, responses } = (document.paths[path]?.[method.toLowerCase()] ?? {}) as Node;
  const reached = reachedFrom(responses, (components ?? {}) as Node);
  if (!reached) return document;
  return {
    openapi,
    info,
    ...(jsonSchemaDialect !== undefined && { jsonSchemaDialect }),
    paths: { [path]: { [method.toLowerCase()]: { operationId, responses } } },
    components: reached,
  };
}

/** The components that are referred to, directly or by way of others; undefined where a reference leads elsewhere. */
function reachedFrom(start: unknown, components: Node): Node | undefined {
  const reached: Record<string, Record<string, unknown>> = {};
  const left: unknown[] = [start];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (name !== '$ref' || typeof value !== 'string') {
        left.push(value);
        continue;
      }
      const [, kind, key, deeper] = /^#\/components\/([A-Za-z]+)\/([\w.-]+)(\/)?/.exec(value) ?? [];
      const component =
        kind === undefined || key === undefined ? undefined : (components[kind] as Node | undefined)?.[key];
      if (kind === undefined || key === undefined || deeper !== undefined || component === undefined) return undefined;
      reached[kind] ??= {};
      if (reached[kind][key] !== undefined) continue;
      reached[kind][key] = component;
      left.push(component);
    }
  }
  return reached;
}
