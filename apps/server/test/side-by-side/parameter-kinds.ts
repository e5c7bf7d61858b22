/** What can be wrong with the parameters in path and query. */
import fc from 'fast-check';
import type { Draft } from './good-requests.ts';
import { both, changed, type Kind, pathParameters, queryParameters, where, withQuery, withSegment } from './kind.ts';
import { narrowerWithout } from './shapes.ts';
import { faultyTexts } from './value-faults.ts';

export const parameterKinds: Record<string, Kind> = {
  'a wrong value in the path': {
    expected: both('InvalidParameters'),
    drafts: changed((draft) =>
      fc.constantFrom(...pathParameters(draft.operation)).chain((parameter) =>
        // An empty one is no segment, and `init` is a path of its own.
        fc
          .constantFrom(...faultyTexts(parameter.schema).filter((text) => text !== ''))
          .map((text) => ({ segments: withSegment(draft, parameter, encodeURIComponent(text)) })),
      ),
    ),
  },
  'a wrong value in the query': {
    expected: both('InvalidParameters'),
    drafts: where(
      (operation) => queryParameters(operation).length > 0,
      changed((draft) => {
        const all = queryParameters(draft.operation).flatMap(({ name, schema }) =>
          faultyTexts(schema).map((text) => [name, encodeURIComponent(text)] as const),
        );
        return fc.constantFrom(...all).map(([name, text]) => withQuery([name, text])(draft) as Partial<Draft>);
      }),
    ),
  },
  'an unknown query parameter': {
    expected: both('InvalidParameters'),
    drafts: changed((draft) =>
      fc
        .constantFrom('nothing', '__proto__', 'constructor', 'Limit', 'limit[]', '😀', 'a b', 'x-auth-token')
        .map((name) => withQuery([encodeURIComponent(name), '1'])(draft) as Partial<Draft>),
    ),
  },
  'a query parameter twice': {
    expected: both('InvalidParameters'),
    drafts: where(
      (operation) => queryParameters(operation).length > 0,
      changed((draft) =>
        fc.constantFrom(...queryParameters(draft.operation)).map(({ name, example }) => {
          const value = encodeURIComponent(String(example));
          return { query: [...draft.query, [name, value], [name, value]] };
        }),
      ),
    ),
  },
  'query parameters that do not fit together': {
    expected: both('InvalidParameters'),
    drafts: where(
      narrowerWithout,
      changed(({ operation, query }) => {
        const { permitting = [], shapes = new Map() } = narrowerWithout(operation) ?? {};
        const others = query.filter(([name]) => !permitting.includes(name) && !shapes.has(name));
        return fc
          .constantFrom(...[...shapes].map(([name, { maximum }]): [string, string] => [name, String(maximum + 1)]))
          .map((added) => ({ query: [...others, added] }));
      }),
    ),
  },
  'a query parameter missing': {
    expected: both('InvalidParameters'),
    drafts: where(
      (operation) => queryParameters(operation).some(({ required }) => required),
      changed(({ operation, query }) =>
        fc
          .constantFrom(...queryParameters(operation).filter(({ required }) => required))
          .map(({ name }) => ({ query: query.filter(([other]) => other !== name) })),
      ),
    ),
  },
};
