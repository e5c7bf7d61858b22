/** What importers of others make of a document: the requests that a person would find in Postman or Bruno, ready to be sent. */
import { createRequire } from 'node:module';

/** The tools stand in a folder of their own, so they are asked for from there. */
const load = createRequire(new URL('package.json', import.meta.url));

export interface ImportedRequest {
  readonly name: string;
  readonly method: string;
  /** Path and query, with the values that the importer filled in. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export const importers: Readonly<Record<string, (document: object) => Promise<ImportedRequest[]>>> = {
  'openapi-to-postmanv2': importIntoPostman,
  '@usebruno/converters': importIntoBruno,
};

async function importIntoPostman(document: object): Promise<ImportedRequest[]> {
  const { convert } = load('openapi-to-postmanv2') as PostmanConverter;
  const options = { requestParametersResolution: 'Example', disableOptionalParameters: true };
  const { result, reason, output } = await new Promise<PostmanConversion>((resolve, reject) => {
    convert({ type: 'string', data: JSON.stringify(document) }, options, (error, conversion) =>
      error ? reject(error) : resolve(conversion),
    );
  });
  if (!result) throw new Error(`openapi-to-postmanv2 refuses the document: ${reason}`);
  return withoutFolders(output[0]!.data.item, ({ item }) => item).map(
    ({ name, request: { method, url, header, body } }) => ({
      name,
      method,
      target: targetOf(
        url.path.join('/'),
        url.variable.map(({ key, value }) => [key, value]),
        url.query.filter(({ disabled }) => !disabled).map(({ key, value }) => [key, value]),
      ),
      headers: Object.fromEntries(header.map(({ key, value }) => [key.toLowerCase(), value])),
      body:
        body?.mode === 'raw' ? body.raw : body && formOf((body.urlencoded ?? []).map(({ key, value }) => [key, value])),
    }),
  );
}

async function importIntoBruno(document: object): Promise<ImportedRequest[]> {
  const { openApiToBruno } = load('@usebruno/converters') as BrunoConverters;
  const collection = openApiToBruno(structuredClone(document));
  return withoutFolders(collection.items, ({ items }) => items).map(
    ({ name, request: { method, url, headers, params, body } }) => {
      const given = (type: string) =>
        params.filter((each) => each.enabled && each.type === type).map((each): Pair => [each.name, each.value]);
      const form = body.formUrlEncoded ?? [];
      return {
        name,
        method,
        target: targetOf(url.replace(/^\{\{baseUrl\}\}\/?/, ''), given('path'), given('query')),
        headers: {
          ...Object.fromEntries(headers.map((each) => [each.name.toLowerCase(), each.value])),
          ...(body.mode === 'json' && { 'content-type': 'application/json' }),
          ...(body.mode === 'formUrlEncoded' && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        body:
          body.mode === 'json'
            ? body.json
            : form.length > 0
              ? formOf(form.map((each) => [each.name, each.value]))
              : undefined,
      };
    },
  );
}

type Pair = readonly [name: string, value: string];

function targetOf(path: string, inPath: readonly Pair[], query: readonly Pair[]): string {
  const filled = inPath.reduce((text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(value)), path);
  return `/${filled}${query.length > 0 ? `?${formOf(query)}` : ''}`;
}

function formOf(pairs: readonly Pair[]): string {
  const form = new URLSearchParams();
  for (const [name, value] of pairs) form.append(name, value);
  return form.toString();
}

/** The requests of a tree of folders. */
function withoutFolders<Item extends { request?: unknown }>(
  list: readonly Item[],
  below: (item: Item) => readonly Item[] | undefined,
): (Item & { request: NonNullable<Item['request']> })[] {
  return list.flatMap((item) =>
    item.request
      ? [item as Item & { request: NonNullable<Item['request']> }]
      : withoutFolders(below(item) ?? [], below),
  );
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly disabled?: boolean;
}

interface PostmanItem {
  readonly name: string;
  readonly item?: readonly PostmanItem[];
  readonly request?: {
    readonly method: string;
    readonly url: {
      readonly path: readonly string[];
      readonly variable: readonly KeyValue[];
      readonly query: readonly KeyValue[];
    };
    readonly header: readonly KeyValue[];
    readonly body?: { readonly mode: string; readonly raw?: string; readonly urlencoded?: readonly KeyValue[] };
  };
}

interface PostmanConversion {
  readonly result: boolean;
  readonly reason?: string;
  readonly output: readonly { readonly data: { readonly item: readonly PostmanItem[] } }[];
}

interface PostmanConverter {
  convert(
    input: { type: 'string'; data: string },
    options: object,
    done: (error: Error | null, conversion: PostmanConversion) => void,
  ): void;
}

interface NameValue {
  readonly name: string;
  readonly value: string;
  readonly enabled: boolean;
}

interface BrunoItem {
  readonly name: string;
  readonly items?: readonly BrunoItem[];
  readonly request?: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly NameValue[];
    readonly params: readonly (NameValue & { readonly type: string })[];
    readonly body: { readonly mode: string; readonly json?: string; readonly formUrlEncoded?: readonly NameValue[] };
  };
}

interface BrunoConverters {
  openApiToBruno(document: object): { readonly items: readonly BrunoItem[] };
}
