/**
 * The contract in tools that are not ours: generators whose output compiles and makes a call, validators, and importers whose requests
 * the mock takes. Each is also given a document in a form that it trips over, and must be seen to.
 *
 * The tools are installed by `.ci/run` alone; `npx pnpm --dir test/foreign-tools install` has them elsewhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock } from '../../packages/mock/src/index.ts';
import { readSamples } from '../../spec/test/bodies.ts';
import { at, type Json, readBundle, readContract } from '../../spec/test/contract.ts';
import { operations } from '../../spec/test/operations.ts';
import { find, needs } from '../programs.ts';
import { generate, generators, removeGenerated } from './generators.ts';
import { type ImportedRequest, importers } from './importers.ts';

const bundle = readBundle() as { [key: string]: Json };
const storyTask = operations(readContract()).find(({ id }) => id === 'showTask')!.parameters[2]!.examples[0]!.value;
let mock: Awaited<ReturnType<typeof startMock>> | undefined;

beforeAll(async () => {
  if (find('foreign-tools')) mock = await startMock();
});
beforeEach((context) => void needs(context, 'foreign-tools'));
afterAll(async () => {
  removeGenerated();
  await mock?.close();
});

/** A copy of the bundle that says something in another way. */
function saying(...changes: ((document: Json) => void)[]): object {
  const document = structuredClone(bundle);
  for (const change of changes) change(document);
  return document;
}

/** As it was said before: that the ID `init` is taken, in a keyword of its own. */
function forbidInit(document: Json): void {
  const id = at(document, 'components', 'schemas', 'MultiTaskInitBody', 'properties', 'task_id') as Record<
    string,
    Json
  >;
  Object.assign(id, { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{2,49}$', not: { const: 'init' } });
}

/** As it was said before: characters by a class that needs the flag `u`. */
function needUnicode(document: Json): void {
  for (const part of objects(document))
    if (typeof part['pattern'] === 'string')
      part['pattern'] = part['pattern'].replace(/\(\?:(\[[^\]]*\])\|\[\\ud800-\\udbff\]\[\\udc00-\\udfff\]\)/g, '$1');
}

/** Every object of a document, at any depth. */
function* objects(value: Json): Generator<{ [key: string]: Json }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const child of Object.values(value)) yield* objects(child);
}

describe('a generator', () => {
  const callers = generators.filter((generator) => generator !== 'orval');

  test.each(callers)('%s makes a client that compiles and calls the mock', async (generator) => {
    const { entry, faults } = await generate(generator, bundle);
    expect(faults).toBe('');
    const { call } = (await import(/* @vite-ignore */ entry)) as { call(url: string): Promise<string | undefined> };
    expect(await call(mock!.url)).toBe(storyTask);
  });

  test.each(callers)('%s is seen to trip over a document without the operation', async (generator) => {
    const { faults } = await generate(
      generator,
      saying((document) => {
        const paths = at(document, 'paths') as Record<string, Json>;
        const url = Object.keys(paths).find((path) => path.endsWith('/multi-tasks/init'))!;
        delete paths[url];
      }),
    );
    expect(faults).toMatch(/installMultiTasks/);
  });

  test('swagger-typescript-api is seen to make `any` of an ID with a `not`', async () => {
    const { faults } = await generate('swagger-typescript-api', saying(forbidInit));
    expect(faults).toMatch(/Type 'false' is not assignable to type 'true'/);
  });

  describe('of validators, orval for zod,', () => {
    /** Good bodies in JSON, each with the operation that takes it. */
    const samples = operations(readContract()).flatMap(({ id, bodySchema }) =>
      bodySchema === 'MultiTaskAutoMappingForm'
        ? []
        : readSamples('accepts')
            .filter(({ schema }) => schema === bodySchema)
            .map(({ file, body }) => ({ id, file, body })),
    );
    const refused = async (document: object) => {
      const { entry, faults } = await generate('orval', document);
      expect(faults).toBe('');
      const { judge } = (await import(/* @vite-ignore */ entry)) as { judge(id: string, body: unknown): string[] };
      return samples.flatMap(({ id, file, body }) => judge(id, body).map((fault) => `${id} ${file}: ${fault}`));
    };

    test('takes every good body', async () => {
      expect(samples.length).toBeGreaterThan(20);
      expect(await refused(bundle)).toEqual([]);
    });

    test('is seen to refuse an emoji where a pattern needs the flag u', async () => {
      expect(await refused(saying(needUnicode))).not.toEqual([]);
    });
  });
});

describe('a validator', () => {
  const load = createRequire(new URL('package.json', import.meta.url));
  /** What each finds wrong. */
  const validators: Readonly<Record<string, (document: object) => Promise<string>>> = {
    '@apidevtools/swagger-parser': async (document) => {
      const parser = load('@apidevtools/swagger-parser') as { validate(document: object): Promise<unknown> };
      return parser.validate(structuredClone(document)).then(() => '', String);
    },
    '@scalar/openapi-parser': async (document) => {
      const url = pathToFileURL(load.resolve('@scalar/openapi-parser')).href;
      const { validate } = (await import(/* @vite-ignore */ url)) as {
        validate(text: string): Promise<{ valid: boolean; errors?: { message: string }[] }>;
      };
      const { valid, errors = [] } = await validate(JSON.stringify(document));
      return valid ? '' : errors.map(({ message }) => message).join('\n') || 'not valid';
    },
  };

  test.each(Object.entries(validators))('%s finds nothing wrong', async (_, faultsOf) => {
    expect(await faultsOf(bundle)).toBe('');
  });

  test.each(Object.entries(validators))('%s is seen to refuse a document without a title', async (_, faultsOf) => {
    expect(await faultsOf(saying((document) => delete (at(document, 'info') as { title?: Json }).title))).not.toBe('');
  });

  test('swagger-parser is seen to refuse a description of a variable', async () => {
    const described = saying((document) =>
      Object.assign(at(document, 'servers', 0, 'variables', 'region') as object, { description: 'Where.' }),
    );
    expect(await validators['@apidevtools/swagger-parser']!(described)).toMatch(/servers\/0\/variables\/region/);
  });
});

describe('an importer', () => {
  const send = async ({ name, method, target, headers, body }: ImportedRequest) => {
    const answer = await fetch(mock!.url + target, {
      method,
      headers: { ...headers, 'x-auth-token': 'token' },
      ...(body !== undefined && { body }),
    });
    return answer.ok ? [] : [`${name}: ${answer.status} ${await answer.text()}`];
  };
  const refused = async (requests: readonly ImportedRequest[]) => (await Promise.all(requests.map(send))).flat();

  test.each(Object.entries(importers))(
    '%s has a request for each operation, and the mock takes it as it is',
    async (_, read) => {
      const requests = await read(bundle);
      expect(requests).toHaveLength(operations(readContract()).length);
      expect(await refused(requests)).toEqual([]);
    },
  );

  test.each(Object.entries(importers))('%s is seen to make up a body that has no example', async (_, read) => {
    const bare = saying((document) => {
      for (const { requestBody } of objects(at(document, 'paths')!))
        for (const media of objects(requestBody ?? null)) delete media['examples'];
    });
    expect(await refused(await read(bare))).not.toEqual([]);
  });
});

test('the versions are pinned', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  expect(Object.values<string>(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
