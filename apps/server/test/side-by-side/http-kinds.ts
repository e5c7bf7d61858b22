/** What can be wrong with method, path, credentials and sizes, whatever the operation. */
import type { Operation } from '@roma-fdi/contract';
import fc from 'fast-check';
import { contract } from './contract.ts';
import type { Draft } from './good-requests.ts';
import { token } from './good-requests.ts';
import { both, changed, type Kind, passes, pathParameters, queryParameters, withQuery, withSegment } from './kind.ts';

/** A token that the server knows, but for another project alone. The mock knows one token and no projects. */
export const narrowToken = 'token-of-another-project';

const { maxTargetCharacters, maxHeaderBytes, operations } = contract;

export const httpKinds: Record<string, Kind> = {
  'no token': { expected: both('Unauthenticated'), drafts: changed(() => ({ token: undefined })) },
  'an empty token': { expected: both('Unauthenticated'), drafts: changed(() => ({ token: '' })) },
  'a wrong token': {
    expected: both('Unauthenticated'),
    drafts: changed(() => fc.constantFrom('wrong', `${token}x`, 'M'.repeat(18_000)).map((other) => ({ token: other }))),
  },
  'a token of another project': {
    expected: () => ({ mock: 'Unauthenticated', server: 'Forbidden' }),
    drafts: changed(() => ({ token: narrowToken })),
  },
  'a wrong method': {
    expected: both('MethodNotAllowed'),
    drafts: (operation) =>
      changed(() =>
        fc
          .constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE')
          .map((method) => ({ method })),
      )(operation).filter(({ method }) => !methodsOf(operation).includes(method)),
  },
  'a path that leads nowhere': {
    expected: both('NoSuchOperation'),
    drafts: changed(({ segments }) =>
      fc
        .constantFrom(
          [...segments, ''],
          ['', ...segments],
          [...segments, '..', 'nowhere', 'at', 'all'],
          segments.map((segment) => segment.toUpperCase()),
          ['', 'nowhere'],
          ['', ''],
          segments.toSpliced(-1, 0, ''),
        )
        .map((others) => ({ segments: others })),
    ),
  },
  'a malformed escape in the path': {
    expected: both('BadRequest'),
    drafts: changed((draft) =>
      fc
        .tuple(
          fc.constantFrom(...pathParameters(draft.operation)),
          fc.constantFrom('%', 'a%zz', '%c0%af', '%ff', '%ed%a0%80'),
        )
        .map(([parameter, text]) => ({ segments: withSegment(draft, parameter, text) })),
    ),
  },
  'a malformed escape in the query': {
    expected: both('BadRequest'),
    drafts: changed((draft) =>
      fc.constantFrom('%', '%zz', '%ff', '%ed%a0%80').chain((text) => {
        return fc
          .constantFrom(...queryParameters(draft.operation).map(({ name }) => name), 'odd')
          .map((name) => withQuery([name, text])(draft) as Partial<Draft>);
      }),
    ),
  },
  'a target that is too long': {
    expected: both('UriTooLong'),
    drafts: changed(withQuery(['long', 'x'.repeat(maxTargetCharacters)])),
  },
  'headers that are too large': {
    expected: both('HeadersTooLarge'),
    drafts: changed(() => ({ headers: [['X-Large', 'x'.repeat(maxHeaderBytes)]] })),
  },
  'letters in the path that are escaped': {
    expected: passes,
    drafts: changed(({ segments }) => ({ segments: segments.map((segment) => segment.replace(/[a-z]/, escaped)) })),
  },
};

const escaped = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;

const methodsOf = ({ path }: Operation): string[] =>
  operations.flatMap(({ path: other, method }) => (other === path ? [method] : []));
