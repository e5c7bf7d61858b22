/** Which headers a request needs for its credentials, as the document says. */
import { follow, type OpenApiDocument, type Operation } from '@roma-fdi/contract';
import type { Node, Reader, Refuse } from './reader.ts';

/** Each alternative is a list of headers, in lower case, that must all be there; an empty one asks for nothing. */
export type Credentials = readonly (readonly string[])[];

interface Scheme {
  readonly type?: string;
  readonly in?: string;
  readonly name?: string;
}

type Requirements = readonly Readonly<Record<string, unknown>>[];

/** Schemes whose credentials stand in Authorization. */
const ofAuthorization = new Set(['http', 'oauth2', 'openIdConnect']);

/** Of each operation. */
export function readCredentials(
  document: OpenApiDocument,
  operations: readonly Operation[],
): ReadonlyMap<Operation, Credentials> {
  const { security: general = [] } = document as { security?: Requirements };
  const schemes = (document.components?.['securitySchemes'] ?? {}) as Record<string, unknown>;
  return new Map(
    operations.map((operation) => {
      const written = document.paths[operation.path]?.[operation.method.toLowerCase()] as { security?: Requirements };
      const requirements = written.security ?? general;
      const alternatives = requirements.map((requirement) =>
        Object.keys(requirement).map((name) => headerOf(follow<Scheme>(document, schemes[name])) ?? ''),
      );
      return [operation, alternatives.length > 0 ? alternatives : [[]]];
    }),
  );
}

/** Refuses requirements that no header meets, or that are not described. */
export function checkSecurity(reader: Reader, refuse: Refuse): void {
  const { document } = reader;
  const schemes = ((document['components'] as Node | undefined)?.['securitySchemes'] ?? {}) as Node;
  const paths = reader.entries({ at: '#/paths', node: document['paths'] as Node });
  const operations = paths.flatMap((path) => reader.entries(path).filter(({ node }) => typeof node === 'object'));
  for (const { at, node } of [{ at: '#', node: document }, ...operations]) {
    for (const requirement of (node['security'] as Requirements | undefined) ?? []) {
      for (const name of Object.keys(requirement)) {
        const scheme = reader.place(schemes[name], `#/components/securitySchemes/${name}`);
        if (!scheme) refuse(`${at}/security`, `names ${name}, which is no security scheme of the document`);
        else if (headerOf(scheme.node) === undefined)
          refuse(scheme.at, 'is not supported: credentials must stand in a header');
      }
    }
  }
}

function headerOf({ type = '', in: place, name }: Scheme): string | undefined {
  if (ofAuthorization.has(type)) return 'authorization';
  return type === 'apiKey' && place === 'header' ? name?.toLowerCase() : undefined;
}
