/** Requests of every kind, by what is wrong with them. */
import type { Operation } from '@roma-fdi/contract';
import fc from 'fast-check';
import { bodyKinds, content, valueKinds } from './body-kinds.ts';
import { formKinds } from './form-kinds.ts';
import { goodDraft, requestOf } from './good-requests.ts';
import { httpKinds } from './http-kinds.ts';
import { idKinds } from './id-kinds.ts';
import {
  both,
  changed,
  type Kind,
  passes,
  takesBody,
  takesJson,
  where,
  withBody,
  withQuery,
  withSegment,
} from './kind.ts';
import { parameterKinds } from './parameter-kinds.ts';
import type { GeneratedRequest } from './request.ts';
import { faultyValue } from './value-faults.ts';

/** Of several faults the first in the order of the checks decides. */
const severalKinds: Record<string, Kind> = {
  'a wrong token, and everything else wrong': {
    expected: both('Unauthenticated'),
    drafts: changed((draft) => ({
      ...withQuery(['nothing', '1'])(draft),
      ...withBody('text/plain', 'x'),
      token: 'wrong',
    })),
  },
  'a wrong media type and a wrong parameter': {
    expected: both('UnsupportedMediaType'),
    drafts: where(
      takesBody,
      changed((draft) => ({ ...withQuery(['nothing', '1'])(draft), ...withBody('text/plain', 'x') })),
    ),
  },
  'wrong values in path, query and body': {
    expected: both('InvalidParameters'),
    drafts: (operation) => {
      const faulty = takesJson(operation) ? faultyValue(operation.body?.schema, 'a wrong type') : undefined;
      const value = faulty ?? fc.constant(undefined);
      return changed((draft) =>
        value.map((wrong) => ({
          ...withQuery(['nothing', '1'])(draft),
          segments: withSegment(draft, { name: 'project_id' }, 'a%20b'),
          ...(wrong === undefined ? {} : { body: content(wrong) }),
        })),
      )(operation);
    },
  },
};

/** What is wrong, and how such requests are made. A request in which nothing is wrong comes first. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    nothing: { expected: passes, drafts: goodDraft },
    ...httpKinds,
    ...parameterKinds,
    ...idKinds,
    ...bodyKinds,
    ...formKinds,
    ...valueKinds,
    ...severalKinds,
  }),
);

export const faults: readonly string[] = [...kinds.keys()];

/** Requests of the operation with that fault; undefined where it cannot have it. */
export function requestsWith(operation: Operation, fault: string): fc.Arbitrary<GeneratedRequest> | undefined {
  const kind = kinds.get(fault);
  const expected = kind?.expected;
  return expected && kind.drafts(operation)?.map((draft) => requestOf(draft, { fault, expected: expected(operation) }));
}
