/** What can be wrong with a body: its framing, its media type, its JSON, and the value. */
import type { Operation } from '@roma-fdi/contract';
import fc from 'fast-check';
import { type Content, jsonType, multipart, written, writtenForm } from './good-requests.ts';
import { both, changed, json, type Kind, passes, takesBody, takesForm, takesJson, where, withBody } from './kind.ts';
import { faultyValue, valueFaults } from './value-faults.ts';
import { anyValue } from './values.ts';

export const bodyKinds: Record<string, Kind> = {
  'a body where none belongs': {
    expected: both('InvalidParameters'),
    drafts: where(
      ({ body }) => body === undefined,
      changed(() => fc.constantFrom(json('{}'), withBody('text/plain', 'x'), withBody(undefined, '\0'))),
    ),
  },
  'no body': {
    expected: both('InvalidParameters'),
    drafts: where(
      ({ body }) => body?.required,
      changed(({ body }) => fc.constantFrom({ body: undefined }, withBody(body?.type, ''))),
    ),
  },
  'JSON that is none': {
    expected: both('InvalidParameters'),
    drafts: where(
      takesJson,
      changed(({ operation, body }) => {
        const text = (body ?? written(jsonType, { a: 1, b: operation.path })).bytes.toString();
        return fc.oneof(
          fc
            .integer({ min: 1, max: Math.max(1, text.length - 1) })
            .map((length) => json(text.slice(0, -length) || '{')),
          fc
            .constantFrom('{}{}', '{,}', '{"a":1,}', "{'a':1}", '{a:1}', '   ', '\ufeff', 'NaN', '{"a":\u0001}', '{}\0')
            .map(json),
          fc.constant(json(Buffer.from(text, 'utf16le'))),
        );
      }),
    ),
  },
  'JSON that is no UTF-8': {
    expected: both('InvalidParameters'),
    drafts: where(
      takesJson,
      changed(() =>
        fc
          .constantFrom('22ff22', '22c0af22', '22eda08022')
          .map((bytes) => json(Buffer.concat([Buffer.from('{"a":'), Buffer.from(bytes, 'hex'), Buffer.from('}')]))),
      ),
    ),
  },
  'JSON that is nested too deep': {
    expected: both('InvalidParameters'),
    drafts: where(
      takesJson,
      changed(({ operation }) =>
        fc
          .tuple(fc.constantFrom(['{"a":', '1', '}'], ['[', '', ']']), fc.constantFrom(65, 1_000, 10_000))
          .map(([[open, inner, close], depth]) => {
            const deep = `${open?.repeat(depth)}${inner}${close?.repeat(depth)}`;
            const [property = 'a'] = operation.body?.fields.map(({ name }) => name) ?? [];
            return json(`{${JSON.stringify(property)}:${deep}}`);
          }),
      ),
    ),
  },
  'another value than an object': {
    expected: both('InvalidParameters'),
    drafts: where(
      takesJson,
      changed(() => fc.constantFrom('null', '[]', '[{}]', '"{}"', '0', 'true', '1e400').map(json)),
    ),
  },
  'a property that is written twice': {
    expected: passes,
    drafts: where(
      takesJson,
      changed(({ body }) => {
        const text = body?.bytes.toString() ?? '{}';
        const [first] = Object.entries(JSON.parse(text));
        return first ? json(`{${JSON.stringify(first[0])}:0,${text.slice(1)}`) : {};
      }),
    ),
  },
  'another media type': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesBody,
      changed(({ body }) =>
        fc
          .constantFrom('text/plain', 'application', 'application/jsonp', 'application/xml', 'multipart/mixed', '*/*')
          .map((type) => withBody(type, body?.bytes.toString() || '{}')),
      ),
    ),
  },
  'no media type': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesBody,
      changed(({ body }) => withBody(undefined, body?.bytes ?? '{}')),
    ),
  },
  'another character set': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesBody,
      changed(({ operation, body }) =>
        fc
          .constantFrom('iso-8859-1', 'utf-16', '')
          .map((name) => withBody(`${operation.body?.mediaTypes[0]}; charset=${name}`, body?.bytes ?? '{}')),
      ),
    ),
  },
  'a compressed body': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesBody,
      changed(({ operation, body }) => ({
        ...withBody(operation.body?.mediaTypes[0], body?.bytes ?? '{}'),
        headers: [['Content-Encoding', 'gzip']],
      })),
    ),
  },
  'form data that should be JSON': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesJson,
      changed(() =>
        fc
          .constantFrom('application/x-www-form-urlencoded', multipart)
          .map((type) => ({ body: writtenForm(type, [['a', 'b']]) })),
      ),
    ),
  },
  'JSON that should be form data': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesForm,
      changed(({ operation }) => anyValue(operation.body?.schema).map((value) => ({ body: written(jsonType, value) }))),
    ),
  },
  'a body over its limit': {
    expected: both('BodyTooLarge'),
    drafts: where(
      takesBody,
      changed(({ operation }) =>
        fc.constantFrom(1, 4_096, 10 ** 9).map((more) => ({
          ...withBody(operation.body?.mediaTypes[0], ''),
          framing: { announced: operation.maxBodyBytes + more },
        })),
      ),
    ),
  },
  'a body in chunks': {
    expected: passes,
    drafts: where(
      takesBody,
      changed(({ body }) => (body ? { framing: 'chunks' } : {})),
    ),
  },
};

export const valueKinds: Record<string, Kind> = Object.fromEntries(
  valueFaults.map((fault) => [
    `${fault} in the body`,
    {
      expected: both('InvalidParameters'),
      drafts: (operation: Operation) => {
        const faulty = takesJson(operation) ? faultyValue(operation.body?.schema, fault) : undefined;
        return faulty && changed(() => faulty.map((value) => ({ body: content(value) })))(operation);
      },
    },
  ]),
);

/** With halves of surrogate pairs as JSON escapes them. */
export const content = (value: unknown): Content => written(jsonType, value);
