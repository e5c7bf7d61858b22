/** A document of somebody's own: it is served and guarded as it says, or refused at the start by name. */
import { afterEach, describe, expect, test } from 'vitest';
import { inCi } from '../../../test/properties.ts';
import { type Guard, type Mock, startGuard, startMock } from '../src/index.ts';
import { json, startUpstream } from './upstream.ts';

const text = { type: 'string' };
const thing = { type: 'object', required: ['name'], properties: { name: text } };
const answers = (body: unknown = { name: 'a' }, schema: object = { $ref: '#/components/schemas/Thing' }) => ({
  description: '',
  content: { 'application/json': { schema, example: body } },
});
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };

type Parts = Record<string, unknown>;
const documentOf = (paths: Parts, parts: Parts = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'a', version: '1' },
  paths,
  components: { schemas: { Thing: thing, Tree: tree }, ...(parts['components'] as object) },
  ...Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'components')),
});
const tree = {
  type: 'object',
  properties: { name: text, inner: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
};
const of = (operation: Parts, item: Parts = {}) =>
  documentOf({ '/things/{id}': { parameters: [id], ...item, get: { responses: { 200: answers() }, ...operation } } });

const form = (schema: object, more: object = {}) =>
  of({ requestBody: { content: { 'multipart/form-data': { schema, ...more } } } });

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});
async function started<T extends Mock | Guard>(starting: Promise<T>): Promise<T> {
  const one = await starting;
  running.push(one);
  return one;
}
const serve = (document: object, options = {}) => started(startMock({ document, ...options }));

async function ask(server: { url: string }, path: string, init: RequestInit = {}) {
  const response = await fetch(server.url + path, init);
  const body = await response.text();
  return { status: response.status, body: body === '' ? undefined : JSON.parse(body) };
}

/** The steps to each value in a document. */
function pointersOf(node: unknown): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => [[key], ...pointersOf(inner).map((steps) => [key, ...steps])]);
}

describe('is served', () => {
  const fine: [string, object, string, { status: number; body?: unknown }][] = [
    [
      'an answer of a class',
      of({ responses: { '2XX': answers() } }),
      '/things/1',
      { status: 200, body: { name: 'a' } },
    ],
    ['a default alone', of({ responses: { default: answers() } }), '/things/1', { status: 200, body: { name: 'a' } }],
    [
      'a default beside a success',
      of({ responses: { 201: answers(), default: answers({ name: 'b' }) } }),
      '/things/1?__code=503',
      { status: 503, body: { name: 'b' } },
    ],
    [
      'an error of a class',
      of({ responses: { 200: answers(), '4XX': answers({ name: 'b' }) } }),
      '/things/1?__code=418',
      { status: 418, body: { name: 'b' } },
    ],
    [
      'a status before its class',
      of({ responses: { '2XX': answers(), 202: answers({ name: 'b' }) } }),
      '/things/1?__code=202',
      { status: 202, body: { name: 'b' } },
    ],
    [
      'a named example of a class',
      of({
        responses: {
          200: answers(),
          '4XX': { description: '', content: { 'application/json': { examples: { gone: { value: { name: 'c' } } } } } },
        },
      }),
      '/things/1?__example=gone',
      { status: 400, body: { name: 'c' } },
    ],
    ['a parameter of the path item', of({}), '/things/x', { status: 400 }],
    [
      'a parameter of the operation before that of the path item',
      of({ parameters: [{ ...id, schema: text }] }),
      '/things/x',
      { status: 200 },
    ],
    [
      'a referenced parameter of the path item',
      documentOf(
        {
          '/things/{id}': {
            parameters: [{ $ref: '#/components/parameters/Id' }],
            get: { responses: { 200: answers() } },
          },
        },
        { components: { parameters: { Id: id } } },
      ),
      '/things/x',
      { status: 400 },
    ],
    [
      'a referenced answer',
      documentOf(
        { '/a': { get: { responses: { default: { $ref: '#/components/responses/Any' } } } } },
        { components: { responses: { Any: answers() } } },
      ),
      '/a',
      { status: 200, body: { name: 'a' } },
    ],
    [
      'no example',
      of({ responses: { 200: { description: '', content: { 'application/json': { schema: { const: 'x' } } } } } }),
      '/things/1',
      { status: 200 },
    ],
    [
      'an example without a schema',
      of({ responses: { 200: { description: '', content: { 'application/json': { example: [1] } } } } }),
      '/things/1',
      { status: 200, body: [1] },
    ],
    ['an answer without a body', of({ responses: { 204: { description: '' } } }), '/things/1', { status: 204 }],
    [
      'a schema that holds itself',
      of({ responses: { 200: answers({ inner: [{ inner: [] }] }, { $ref: '#/components/schemas/Tree' }) } }),
      '/things/1',
      { status: 200, body: { inner: [{ inner: [] }] } },
    ],
    [
      'a server with a base path and variables, whose place is taken by the URL of the mock',
      documentOf(
        { '/a': { get: { responses: { 200: answers() } } } },
        { servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'a' } } }] },
      ),
      '/a',
      { status: 200 },
    ],
    [
      'a parameter with a dash in its name',
      documentOf({ '/a/{a-b}': { get: { parameters: [{ ...id, name: 'a-b' }], responses: { 200: answers() } } } }),
      '/a/7',
      { status: 200 },
    ],
  ];

  test.each(fine)('%s', async (_name, document, path, expected) => {
    expect(await ask(await serve(document), path)).toMatchObject(expected);
  });

  test('a required header, in whatever case', async () => {
    const mock = await serve(of({ parameters: [{ name: 'X-Trace', in: 'header', required: true, schema: text }] }));
    expect((await ask(mock, '/things/1', { headers: { 'x-tRACE': 'a' } })).status).toBe(200);
    expect(await ask(mock, '/things/1')).toMatchObject({ status: 400 });
  });

  test('a referenced body, by PATCH', async () => {
    const requestBody = { $ref: '#/components/requestBodies/Thing' };
    const mock = await serve(
      documentOf(
        { '/things': { patch: { requestBody, responses: { '2XX': answers() } } } },
        { components: { requestBodies: { Thing: answers() } } },
      ),
    );
    const send = (body: string) =>
      ask(mock, '/things', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body });
    expect((await send('{"name":"x"}')).status).toBe(200);
    expect(await send('{"name":1}')).toMatchObject({ status: 400 });
  });

  test('a body that is JSON or form data', async () => {
    const schema = {
      type: 'object',
      properties: { name: text, size: { type: 'integer' } },
      additionalProperties: false,
    };
    const content = {
      'multipart/form-data': { schema },
      'application/x-www-form-urlencoded': { schema },
      'application/json': { schema },
    };
    const mock = await serve(
      documentOf({ '/things': { post: { requestBody: { content }, responses: { 200: answers() } } } }),
    );
    const send = async (body: RequestInit['body'], type?: string) =>
      (await ask(mock, '/things', { method: 'POST', body: body!, ...(type && { headers: { 'Content-Type': type } }) }))
        .status;
    const form = new FormData();
    form.append('size', '1');
    expect(await send('{"size":1}', 'application/json')).toBe(200);
    expect(await send('{"size":"1"}', 'application/json')).toBe(400);
    expect(await send(new URLSearchParams({ size: '1' }))).toBe(200);
    expect(await send(form)).toBe(200);
    expect(await send(new URLSearchParams({ size: 'one' }))).toBe(400);
    expect(await send('size: 1', 'text/yaml')).toBe(415);
  });

  test('made-up answers of a schema that holds itself', async () => {
    const mock = await serve(of({ responses: { '2XX': answers(undefined, { $ref: '#/components/schemas/Tree' }) } }), {
      dynamic: true,
      seed: 'a',
    });
    expect((await ask(mock, '/things/1')).status).toBe(200);
  });

  test('what a document is given as stays as it was', async () => {
    const document = of({ responses: { 200: answers() } });
    const before = JSON.stringify(document);
    await serve(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});

describe('asks for the credentials that it describes', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
    bearer: { type: 'http', scheme: 'bearer' },
  };
  const secured = (security: unknown, own: Parts = {}) =>
    documentOf(
      { '/a': { get: { responses: { 200: answers() }, ...own } } },
      { security, components: { securitySchemes } },
    );

  test.each([
    ['none', undefined, {}, {}, 200],
    ['none in an operation', [{ key: [] }], { security: [] }, {}, 200],
    ['optional ones', [{}, { key: [] }], {}, {}, 200],
    ['a key', [{ key: [] }], {}, {}, 401],
    ['a key', [{ key: [] }], {}, { 'X-API-Key': 'a' }, 200],
    ['one of two', [{ key: [] }, { bearer: [] }], {}, { Authorization: 'Bearer a' }, 200],
    ['both', [{ key: [], bearer: [] }], {}, { Authorization: 'Bearer a' }, 401],
  ])('%s', async (_name, security, own, headers, status) => {
    expect((await ask(await serve(secured(security, own)), '/a', { headers })).status).toBe(status);
  });

  test('and says which are missing', async () => {
    const { body } = await ask(await serve(secured([{ key: [], bearer: [] }, { bearer: [] }])), '/a');
    expect(body.error_msg).toBe(
      'Credentials are missing: the operation needs x-api-key and authorization, or authorization.',
    );
  });

  test('a token that nothing asks for is refused', async () => {
    await expect(serve(secured([{ key: [] }]), { token: 'a' })).rejects.toThrow('asks for no X-Auth-Token');
  });
});

describe('is guarded', () => {
  test.each([
    ['a class', { '2XX': answers() }, 299, { name: 1 }, 'Body property [name]'],
    ['a default', { default: answers() }, 418, {}, 'Body property [name]'],
    [
      'a status before its class',
      { '2XX': answers(), 201: answers([], { type: 'array' }) },
      201,
      { name: 'a' },
      'The body',
    ],
    ['what is documented nowhere', { '2XX': answers() }, 404, {}, 'Status'],
  ])('by %s', async (_name, responses, status, body, where) => {
    const upstream = await startUpstream();
    running.push(upstream);
    const guard = await started(startGuard(upstream, { document: of({ responses }) }));
    upstream.answer(json(status, body));
    expect((await ask(guard, '/things/1')).status).toBe(500);
    expect(guard.violations).toMatchObject([{ where, status, operationId: 'GET /things/{id}' }]);
  });

  test('what fits passes', async () => {
    const upstream = await startUpstream();
    running.push(upstream);
    const guard = await started(startGuard(upstream, { document: of({ responses: { '2XX': answers() } }) }));
    upstream.answer(json(206, { name: 'a' }));
    expect(await ask(guard, '/things/1')).toEqual({ status: 206, body: { name: 'a' } });
    expect(guard.violations).toEqual([]);
  });
});

describe('is refused at the start, by name', () => {
  const query = (parameter: Parts) => of({ parameters: [{ name: 'q', in: 'query', schema: text, ...parameter }] });
  const at = '#/paths/~1things~1{id}/get';
  const schema = (written: unknown) => of({ responses: { 200: answers({}, written as object) } });
  const path = (written: string) => documentOf({ [written]: { get: { responses: { 200: answers() } } } });
  const wrong: [string, object, string][] = [
    ['no OpenAPI', { swagger: '2.0' }, 'not an OpenAPI document'],
    ['OpenAPI 3.0', { ...of({}), openapi: '3.0.3' }, 'OpenAPI 3.0.3: only 3.1'],
    ['OpenAPI 3.2', { ...of({}), openapi: '3.2.0' }, 'OpenAPI 3.2.0: only 3.1'],
    [
      'another dialect',
      { ...of({}), jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' },
      '#/jsonSchemaDialect',
    ],
    ['webhooks', { ...of({}), webhooks: { a: {} } }, '#/webhooks'],
    ['no operation', documentOf({}), '#/paths has no operation'],
    ['a path item elsewhere', documentOf({ '/a': { $ref: './a.yaml' } }), '#/paths/~1a/$ref'],
    ['a method that it does not serve', documentOf({ '/a': { head: { responses: {} } } }), '#/paths/~1a/head'],
    ['a misspelt method', documentOf({ '/a': { gte: { responses: {} } } }), '#/paths/~1a/gte'],
    ['callbacks', of({ callbacks: { a: {} } }), `${at}/callbacks`],
    ['a cookie', query({ in: 'cookie' }), 'is a parameter in cookie'],
    ['an array in the query', query({ schema: { type: 'array' } }), 'has the type array'],
    [
      'an object in the query',
      query({ style: 'deepObject', schema: { type: 'object' } }),
      '/parameters/0/style must be form',
    ],
    ['several types in the query', query({ schema: { type: ['integer', 'null'] } }), 'must have one type'],
    [
      'a composed type in the query',
      query({ schema: { oneOf: [{ type: 'integer' }] } }),
      'must name its type beside oneOf',
    ],
    ['numbers without a type in the query', query({ schema: { enum: [1, 2] } }), 'must name its type'],
    [
      'a parameter with content',
      query({ schema: undefined, content: { 'application/json': {} } }),
      '/parameters/0/content',
    ],
    ['a matrix in the path', of({ parameters: [{ ...id, style: 'matrix' }] }), '/parameters/0/style must be simple'],
    ['a parameter that no path has', of({ parameters: [{ ...id, name: 'other' }] }), 'is no parameter of /things/{id}'],
    ['a path with a parameter that nobody describes', path('/a/{b}'), 'does not describe the path parameter b'],
    ['a part of a segment', path('/a/{b}.json'), 'not a whole segment'],
    ['a path without a slash', path('a'), 'must begin with a slash'],
    ['a path with a query', path('/a?b=1'), 'must have no query'],
    [
      'two paths of one shape',
      documentOf(
        Object.fromEntries(
          ['a', 'b'].map((name) => [
            `/{${name}}`,
            { get: { parameters: [{ ...id, name }], responses: { 200: answers() } } },
          ]),
        ),
      ),
      'has the same shape as /{a}',
    ],
    [
      'two operations of one name',
      documentOf(
        Object.fromEntries(
          ['/a', '/b'].map((name) => [name, { get: { operationId: 'x', responses: { 200: answers() } } }]),
        ),
      ),
      '#/paths/~1b/get/operationId is that of #/paths/~1a/get',
    ],
    ['a body that is no JSON', of({ requestBody: { content: { 'text/csv': {} } } }), 'has text/csv'],
    [
      'an answer that is form data',
      of({ responses: { 200: { content: { 'multipart/form-data': {} } } } }),
      'has multipart/form-data: only application/json is supported',
    ],
    [
      'several schemas of one body',
      of({
        requestBody: { content: { 'application/json': { schema: thing }, 'multipart/form-data': { schema: tree } } },
      }),
      'has several schemas',
    ],
    ['a list in form data', form({ properties: { a: { type: 'array' } } }), 'properties/a has the type array'],
    ['a file in form data', form({ properties: { a: { ...text, format: 'binary' } } }), 'properties/a is a file'],
    ['a form of parts', form({ allOf: [thing] }), 'schema/allOf is not supported in form data'],
    ['an encoding', form(thing, { encoding: { name: { style: 'form' } } }), '~1form-data/encoding is not supported'],
    ['an answer that is no JSON', of({ responses: { 200: { content: { 'text/html': {} } } } }), 'has text/html'],
    [
      'JSON beside another type',
      of({ responses: { 200: { content: { ...answers().content, 'text/html': {} } } } }),
      'has text/html',
    ],
    [
      'a member of another version',
      of({ responses: { 200: { schema: {} } } }),
      `${at}/responses/200/schema is not known to OpenAPI 3.1`,
    ],
    ['a misspelt member', of({ requestBdy: {} }), `${at}/requestBdy is not known`],
    ['a misspelt member of a parameter', query({ requird: true }), '/parameters/0/requird is not known'],
    ['an old member at the top', { ...of({}), basePath: '/v1' }, '#/basePath is not known'],
    ['an empty value of a number', query({ allowEmptyValue: true }), '/parameters/0/allowEmptyValue'],
    ['no answer', of({ responses: {} }), `${at}/responses must have one`],
    ['a status that is none', of({ responses: { '20x': answers() } }), `${at}/responses/20x`],
    ['a class in small letters', of({ responses: { '2xx': answers() } }), `${at}/responses/2xx`],
    ['an interim status', of({ responses: { 100: answers() } }), `${at}/responses/100`],
    ['a 204 with a body', of({ responses: { 204: answers() } }), 'cannot have a body'],
    [
      'an answer elsewhere',
      of({ responses: { 200: { $ref: 'other.yaml#/a' } } }),
      `${at}/responses/200/$ref leads nowhere inside`,
    ],
    [
      'a schema elsewhere',
      schema({ $ref: 'https://example.com/schema.json' }),
      'leads nowhere inside the document: https://example.com',
    ],
    ['a reference to nothing', schema({ $ref: '#/components/schemas/None' }), 'leads nowhere inside'],
    [
      'a reference to itself',
      documentOf(
        { '/a': { get: { responses: { 200: { $ref: '#/components/responses/A' } } } } },
        { components: { responses: { A: { $ref: '#/components/responses/A' } } } },
      ),
      'refers to itself',
    ],
    ['a name beside its place', schema({ $id: 'https://example.com/a' }), '/$id is not supported'],
    ['a dynamic reference', schema({ properties: { a: { $dynamicRef: '#a' } } }), '/properties/a/$dynamicRef'],
    ['a list of schemas from an older draft', schema({ items: [{}] }), 'prefixItems'],
    ['a pattern that is none', schema({ pattern: '(' }), 'GET /things/{id}, the answer 200: '],
    [
      'a header of several values',
      of({ responses: { 200: { headers: { 'X-A': { schema: { type: 'array' } } } } } }),
      'has the type array',
    ],
    [
      'a security scheme that is not described',
      of({ security: [{ none: [] }] }),
      'names none, which is no security scheme',
    ],
    [
      'a key in the query',
      documentOf(
        { '/a': { get: { responses: { 200: answers() } } } },
        {
          security: [{ key: [] }],
          components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'k' } } },
        },
      ),
      '#/components/securitySchemes/key is not supported',
    ],
  ];

  test.each(wrong)('%s', async (_name, document, says) => {
    await expect(startMock({ document })).rejects.toThrow(says);
    await expect(startGuard('http://127.0.0.1:1', { document })).rejects.toThrow(TypeError);
  });

  test('an object that holds itself', async () => {
    const document = of({}) as Record<string, unknown>;
    document['again'] = document;
    await expect(startMock({ document })).rejects.toThrow('refers to itself as an object');
  });

  test('whatever stands where something else belongs, in words about the document', async () => {
    const whole = documentOf(
      {
        '/things/{id}': {
          parameters: [id],
          put: { security: [{ key: [] }], requestBody: answers(), responses: { '2XX': answers(), default: answers() } },
        },
      },
      { components: { securitySchemes: { key: { type: 'http' } } } },
    );
    const outcomes = new Set<string>();
    // Outside CI at every second place.
    for (const pointer of pointersOf(whole).filter((_, at) => inCi || at % 2 === 0)) {
      for (const value of [null, 7, 'x', [null], {}]) {
        const document = structuredClone(whole);
        const steps = [...pointer];
        const last = steps.pop() as string;
        const parent = steps.reduce<unknown>((node, step) => (node as Parts)[step], document) as Parts;
        parent[last] = value;
        const outcome = await startGuard('http://127.0.0.1:1', { document }).then(
          (guard) => guard.close().then(() => 'guarded'),
          (error: Error) => error.message,
        );
        expect(outcome, `${pointer.join('/')} is ${JSON.stringify(value)}`).toMatch(/^(guarded|The document .*)$/);
        outcomes.add(outcome);
      }
    }
    expect(outcomes.size).toBeGreaterThan(20);
  });

  test('five places at most are named, and the others counted', async () => {
    const document = of({ responses: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((status) => [status, answers()])) });
    await expect(startMock({ document })).rejects.toThrow(/responses\/5 is no status[^;]*; and 2 more\.$/);
  });
});
