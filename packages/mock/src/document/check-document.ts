/** Holds a document of somebody's own to what is supported: what is not would be ignored or misread without a word. */
import { type OpenApiDocument, pointerStep } from '@roma-fdi/contract';
import { formTypes } from '@roma-fdi/contract/http';
import { checkFields } from './form.ts';
import { checkMembers } from './members.ts';
import { createReader, type Node, type Place } from './reader.ts';
import { checkSchema, whyNotText } from './schemas.ts';
import { checkSecurity } from './security.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);
const besideMethods = new Set(['summary', 'description', 'servers', 'parameters']);
const dialects = new Set([
  undefined,
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
]);
const styles: Readonly<Record<string, string>> = { path: 'simple', query: 'form', header: 'simple' };
/** OpenAPI says of these that a description is ignored. */
const headersOfHttp = new Set(['accept', 'content-type', 'authorization']);
const jsonType = 'application/json';
const maxNamed = 5;

/**
 * A copy of the document in which nothing is left to its reader: operations have IDs, and JSON has a schema.
 *
 * @throws {TypeError} that names the places and what is not supported there
 */
export function checkDocument(given: object): OpenApiDocument {
  const document = copyOf(given);
  const { openapi, paths } = document;

  if (typeof openapi !== 'string' || typeof paths !== 'object' || paths === null)
    throw new TypeError(
      'The document is not an OpenAPI document: give the parsed and bundled object, with `openapi` and `paths`.',
    );
  if (!/^3\.1\.\d+$/.test(openapi))
    throw new TypeError(`The document is of OpenAPI ${openapi}: only 3.1 is supported.`);

  const problems = problemsOf(document);
  if (problems.length > 0) {
    const more = problems.length > maxNamed ? `; and ${problems.length - maxNamed} more` : '';
    throw new TypeError(`The document has what is not supported: ${problems.slice(0, maxNamed).join('; ')}${more}.`);
  }
  return document as unknown as OpenApiDocument;
}

/** Each is a place and what is wrong there. */
function problemsOf(document: Node): string[] {
  const problems: string[] = [];
  const refuse = (at: string, why: string) => problems.push(`${at} ${why}`);
  const reader = createReader(document, refuse);
  const ids = new Map<string, string>();
  const shapes = new Map<string, string>();
  try {
    checkAll();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new TypeError(`The document has something else than OpenAPI 3.1 describes in or near ${reader.last()}.`, {
      cause,
    });
  }
  return problems;

  function checkAll(): void {
    const { paths, webhooks, jsonSchemaDialect } = document;
    if (!dialects.has(jsonSchemaDialect as string)) refuse('#/jsonSchemaDialect', 'is another dialect than 2020-12');
    if (typeof webhooks === 'object' && webhooks !== null && Object.keys(webhooks).length > 0)
      refuse('#/webhooks', 'are not supported');

    checkMembers({ at: '#', node: document }, 'document', refuse);

    let operations = 0;
    for (const { key: path, at, node: item } of reader.entries({ at: '#/paths', node: paths as Node })) {
      checkPath(path, at);
      if ('$ref' in item) refuse(`${at}/$ref`, 'is not supported: write the path item in its place');
      for (const { key, at: where, node } of reader.entries({ at, node: item })) {
        if (methods.has(key)) {
          operations++;
          checkOperation({ at: where, node }, path, key, { at, node: item });
        } else if (!besideMethods.has(key) && key !== '$ref') refuse(where, 'is no method that is supported');
      }
    }
    if (operations === 0) refuse('#/paths', 'has no operation');
    checkSecurity(reader, refuse);
  }

  function checkPath(path: string, at: string): void {
    if (!path.startsWith('/')) refuse(at, 'must begin with a slash');
    if (/[?#%]/.test(path)) refuse(at, 'must have no query, fragment or escape');
    const segments = path.split('/');
    if (segments.some((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment)))
      refuse(at, 'has a parameter that is not a whole segment');
    const shape = segments.map((segment) => (segment.startsWith('{') ? '{}' : segment)).join('/');
    const other = shapes.get(shape);
    if (other !== undefined) refuse(at, `has the same shape as ${other}`);
    shapes.set(shape, path);
  }

  function checkOperation({ at, node }: Place, path: string, method: string, item: Place): void {
    checkMembers({ at, node }, 'operation', refuse);
    node['operationId'] ??= `${method.toUpperCase()} ${path}`;
    const id = String(node['operationId']);
    if (ids.has(id)) refuse(`${at}/operationId`, `is that of ${ids.get(id)} too`);
    ids.set(id, at);
    if (Object.keys((node['callbacks'] as object | undefined) ?? {}).length > 0)
      refuse(`${at}/callbacks`, 'are not supported');
    checkParameters([...parametersOf(item), ...parametersOf({ at, node })], path, at);
    const body = reader.place(node['requestBody'], `${at}/requestBody`);
    if (body) {
      checkMembers(body, 'requestBody', refuse);
      checkContent(body, [jsonType, ...formTypes]);
    }
    checkResponses({ at, node });
  }

  /** Those that HTTP itself reads are taken out. */
  function parametersOf({ at, node }: Place): Place[] {
    const written = (node['parameters'] as unknown[] | undefined) ?? [];
    const places = written.map((parameter, index) => reader.place(parameter, `${at}/parameters/${index}`));
    const ofHttp = (place: Place | undefined) =>
      place?.node['in'] === 'header' && headersOfHttp.has(String(place.node['name']).toLowerCase());
    if (places.some(ofHttp)) node['parameters'] = written.filter((_, index) => !ofHttp(places[index]));
    return places.filter((place): place is Place => place !== undefined && !ofHttp(place));
  }

  function checkParameters(parameters: readonly Place[], path: string, at: string): void {
    const templated = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
    const described = parameters.filter(({ node }) => node['in'] === 'path').map(({ node }) => node['name']);
    for (const name of templated)
      if (!described.includes(name)) refuse(at, `does not describe the path parameter ${name}`);
    for (const { at: where, node } of parameters) {
      checkMembers({ at: where, node }, 'parameter', refuse);
      const place = String(node['in']);
      if (styles[place] === undefined) refuse(where, `is a parameter in ${place}, which is not supported`);
      else if (place === 'path' && !templated.includes(node['name'] as string))
        refuse(where, `is no parameter of ${path}`);
      else checkText(node, where, styles[place]);
    }
  }

  /** What stands in a URL or a header: text that reads as one value. */
  function checkText(node: Node, at: string, style: string): void {
    if (node['allowEmptyValue'] === true) refuse(`${at}/allowEmptyValue`, 'is not supported');
    if ('content' in node) refuse(`${at}/content`, 'is not supported: give a schema');
    else if ((node['style'] ?? style) !== style) refuse(`${at}/style`, `must be ${style}`);
    else if (node['schema'] === undefined) refuse(at, 'has no schema');
    else {
      const why = whyNotText(reader, node['schema'], `${at}/schema`);
      if (why !== undefined) refuse(`${at}/schema`, why);
      checkSchema(reader, node['schema'], `${at}/schema`, refuse);
    }
  }

  function checkContent({ at, node }: Place, types = [jsonType]): void {
    const content = (node['content'] ?? {}) as Record<string, Node>;
    if (Object.keys(content).length === 0) delete node['content'];
    for (const [type, media] of Object.entries(content)) {
      if (!types.includes(type)) refuse(`${at}/content`, `has ${type}: only ${types.join(', ')} is supported`);
      checkMembers({ at: `${at}/content/${type}`, node: media }, 'mediaType', refuse);
      media['schema'] ??= {};
      const where = `${at}/content/${pointerStep(type)}`;
      checkSchema(reader, media['schema'], `${where}/schema`, refuse);
      if (formTypes.includes(type)) checkFields(reader, { at: where, node: media }, refuse);
    }
    // An operation has one body, whatever it is written in.
    const schemas = new Set(Object.values(content).map(({ schema }) => JSON.stringify(schema)));
    if (schemas.size > 1) refuse(`${at}/content`, 'has several schemas: give all media types one and the same');
  }

  function checkResponses({ at, node }: Place): void {
    const responses = { at: `${at}/responses`, node: (node['responses'] ?? {}) as Node };
    const entries = reader.entries(responses);
    if (entries.length === 0) refuse(responses.at, 'must have one at least');
    for (const { key, at: where, node: written } of entries) {
      if (!/^([2-5]\d\d|[2-5]XX|default)$/.test(key))
        refuse(where, 'is no status, no class of statuses and no default');
      const response = reader.place(written, where);
      if (!response) continue;
      checkMembers(response, 'response', refuse);
      checkContent(response);
      if ((key === '204' || key === '304') && response.node['content'] !== undefined)
        refuse(where, 'cannot have a body');
      const headers = (response.node['headers'] ?? {}) as Node;
      for (const name of Object.keys(headers)) {
        const header = reader.place(headers[name], `${response.at}/headers/${name}`);
        if (headersOfHttp.has(name.toLowerCase())) delete headers[name];
        else if (header) {
          checkMembers(header, 'header', refuse);
          checkText(header.node, header.at, 'simple');
        }
      }
    }
  }
}

function copyOf(document: object): Node {
  try {
    return JSON.parse(JSON.stringify(document));
  } catch (cause) {
    throw new TypeError('The document refers to itself as an object: give it bundled, with its references as `$ref`.', {
      cause,
    });
  }
}
