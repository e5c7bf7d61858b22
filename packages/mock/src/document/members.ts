/** The members of each kind of object in an OpenAPI document: another one is misspelt, or of another version. */
import type { Place, Refuse } from './reader.ts';

const text = ['summary', 'description'];
const described = [
  'description',
  'required',
  'deprecated',
  'style',
  'explode',
  'schema',
  'example',
  'examples',
  'content',
];

const members = {
  document: [
    'openapi',
    'info',
    'jsonSchemaDialect',
    'servers',
    'paths',
    'webhooks',
    'components',
    'security',
    'tags',
    'externalDocs',
  ],
  operation: [
    ...text,
    ...['tags', 'externalDocs', 'operationId', 'parameters', 'requestBody', 'responses'],
    ...['callbacks', 'deprecated', 'security', 'servers'],
  ],
  parameter: [...described, 'name', 'in', 'allowReserved', 'allowEmptyValue'],
  header: described,
  requestBody: ['description', 'content', 'required'],
  response: ['description', 'headers', 'content', 'links'],
  mediaType: ['schema', 'example', 'examples', 'encoding'],
} as const;

/** Refuses what OpenAPI does not know; extensions (`x-`) are left alone. */
export function checkMembers({ at, node }: Place, kind: keyof typeof members, refuse: Refuse): void {
  const known: readonly string[] = members[kind];
  for (const name of Object.keys(node))
    if (!known.includes(name) && !name.startsWith('x-')) refuse(`${at}/${name}`, 'is not known to OpenAPI 3.1');
}
