/** Addresses within the reference, below the site's own folder. Redoc makes its anchors from these names in lower case. */
import { readOperations } from '@roma-fdi/contract';
import type { Contract } from './contract.ts';

export const pages = {
  reference: 'index.html',
  errors: 'errors.html',
  contradictions: 'contradictions.html',
} as const;

export interface ReferenceLink {
  /** Of a parameter, with the operations that have it. */
  readonly kind: string;
  /** What a reader calls it: the name on the wire for a parameter. */
  readonly text: string;
  readonly href: string;
}

/** Finds an operation by its ID, a schema or a parameter by the name of its component; undefined for any other name. */
export type FindInReference = (name: string) => ReferenceLink | undefined;

export function referenceLinks(contract: Contract): FindInReference {
  const links = new Map<string, ReferenceLink>();
  const operationsOf = new Map<string, string[]>();
  for (const name of Object.keys(contract.components.schemas))
    links.set(name, { kind: 'schema', text: name, href: `${pages.reference}#/schemas/${name.toLowerCase()}` });
  const tags = new Map(
    Object.values(contract.paths)
      .flatMap((item) => Object.values(item))
      .map(({ operationId, tags: [tag] }) => [operationId, tag]),
  );
  for (const { operationId, path, method } of readOperations(contract)) {
    const tag = tags.get(operationId)?.toLowerCase().replaceAll(' ', '-');
    const at = `${tag}/${operationId.toLowerCase()}`;
    links.set(operationId, { kind: 'operation', text: operationId, href: `${pages.reference}#/${at}` });
    for (const parameter of contract.paths[path]?.[method.toLowerCase()]?.parameters ?? []) {
      const component = '$ref' in parameter ? parameter.$ref.split('/').at(-1)! : '';
      const { name, in: where } = contract.components.parameters[component] ?? {};
      if (name === undefined) continue;
      const having = [...(operationsOf.get(component) ?? []), operationId];
      operationsOf.set(component, having);
      const kind = `parameter of ${having.length === 1 ? operationId : `${having.length} operations`}`;
      // One that several operations share is shown at the first of them.
      const href = links.get(component)?.href ?? `${pages.reference}#/${at}#${at}/t=request&in=${where}&path=${name}`;
      links.set(component, { kind, text: name, href });
    }
  }
  return (name) => links.get(name);
}
