/** Requests that fit the contract, for any of its operations: their parts, so that a fault can be put into any of them. */
import type { Operation, Parameter } from '@roma-fdi/contract';
import fc from 'fast-check';
import type { Expected, GeneratedRequest } from './request.ts';
import { narrowerWithout } from './shapes.ts';
import { anyText, anyValue, knownValues } from './values.ts';

/** The one token that mock and server take. */
export const token = 'token-of-both';

/** A request by its parts. */
export interface Draft {
  readonly operation: Operation;
  readonly method: string;
  /** Segments of the path as they are sent. */
  readonly segments: readonly string[];
  /** Names and values as they are sent. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly token: string | undefined;
  readonly body: Content | undefined;
  /** Besides those of token and body. */
  readonly headers?: GeneratedRequest['headers'];
  /** Default: by its length. */
  readonly framing?: GeneratedRequest['framing'];
}

/** A body, written. */
export interface Content {
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

export const jsonType = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
/** No text of a field may hold it: it is longer than any. */
const boundary = `edge${'-'.repeat(60)}`;
export const multipart = `multipart/form-data; boundary=${boundary}`;

export function goodDraft(operation: Operation): fc.Arbitrary<Draft> {
  return fc
    .record({ segments: segmentsOf(operation), query: queryOf(operation), body: bodyOf(operation) })
    .map((parts) => ({ operation, method: operation.method, token, ...parts }));
}

/** IDs that the story has: others do not exist, which is a kind of request of its own. */
export function segmentsOf({ path, parameters }: Operation, facts: Readonly<Record<string, string>> = {}) {
  const segments = path.split('/').map((segment) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) return fc.constant(segment);
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name) as Parameter;
    return fc.constantFrom(...(facts[name] === undefined ? knownValues(parameter) : [facts[name]]));
  });
  return fc.tuple(...segments.map((segment) => segment.map((text) => text)));
}

function queryOf(operation: Operation): fc.Arbitrary<[string, string][]> {
  const all = operation.parameters.filter(({ in: place }) => place === 'query');
  const values = Object.fromEntries(all.map(({ name, schema }) => [name, anyText(schema, name)]));
  const requiredKeys = all.filter(({ required }) => required).map(({ name }) => name);
  const narrower = narrowerWithout(operation);
  const fitTogether = (texts: Readonly<Record<string, string>>): boolean =>
    !narrower ||
    narrower.permitting.every((name) => Object.hasOwn(texts, name)) ||
    Object.entries(texts).every(([name, text]) => !(Number(text) > (narrower.shapes.get(name)?.maximum ?? Infinity)));
  return fc
    .record(values, { requiredKeys })
    .filter(fitTogether)
    .map((texts) => Object.entries(texts).map(([name, text]): [string, string] => [name, encodeURIComponent(text)]))
    .chain((query) => fc.shuffledSubarray(query, { minLength: query.length }));
}

function bodyOf({ body }: Operation): fc.Arbitrary<Content | undefined> {
  if (!body) return fc.constant(undefined);
  const content = fc
    .tuple(
      fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(...body.examples.values()) },
        { weight: 1, arbitrary: anyValue(body.schema) },
      ),
      fc.constantFrom(...body.mediaTypes),
    )
    .map(([value, type]) => written(type, value));
  return body.required ? content : fc.option(content, { nil: undefined });
}

/** A value as JSON, or an object as form data. */
export function written(type: string, value: unknown): Content {
  if (type === jsonType) return { type, bytes: Buffer.from(JSON.stringify(value)) };
  const fields = Object.entries(value as object).map(([name, field]) => [name, String(field)] as const);
  return writtenForm(type, fields);
}

/** Fields as form data; those of a name may come more than once. */
export function writtenForm(type: string, fields: readonly (readonly [name: string, value: string])[]): Content {
  if (type === urlencoded)
    return {
      type,
      bytes: Buffer.from(
        new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
      ),
    };
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, encodeURIComponent)}"\r\n\r\n${value}\r\n`,
  );
  return { type: multipart, bytes: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) };
}

/** The draft as a request with a fault, or with none. */
export function requestOf(
  { operation, method, segments, query, token: sent, body, headers = [], framing = 'length' }: Draft,
  { fault, expected }: Pick<GeneratedRequest, 'fault' | 'expected'>,
): GeneratedRequest {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  const isTooLarge = (body?.bytes.length ?? 0) > operation.maxBodyBytes && comesAfterBody(expected);
  return {
    operation,
    fault,
    expected: isTooLarge ? { mock: 'BodyTooLarge', server: 'BodyTooLarge' } : expected,
    method,
    target: `${segments.join('/')}${search === '' ? '' : `?${search}`}`,
    headers: [
      ...(sent === undefined ? [] : [['X-Auth-Token', sent] as const]),
      ...(body?.type === undefined ? [] : [['Content-Type', body.type] as const]),
      ...headers,
    ],
    body: body?.bytes,
    framing,
  };
}

/** Whether it takes the body to find out: what the head alone decides is said before. */
const comesAfterBody = ({ server }: Expected): boolean =>
  server === undefined || server === 'InvalidParameters' || /NotFound$/.test(server);
