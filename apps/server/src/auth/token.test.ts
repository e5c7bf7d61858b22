import { expect, it } from 'vitest';
import { createAuthenticator } from './token.ts';

const authenticate = createAuthenticator([{ token: 'open' }, { token: 'narrow', projects: ['p1'] }]);
const headers = (token?: string, authorization?: string) => ({ token, authorization });

it('lets a known token call any project, unless it is granted some alone', () => {
  expect(authenticate(headers('open'), 'p9')).toEqual({ allowed: true });
  expect(authenticate(headers('narrow'), 'p1')).toEqual({ allowed: true });
  expect(authenticate(headers('narrow'), 'p2')).toEqual({ allowed: false, because: 'other-project' });
});

it('tells apart what is missing, wrong, and not verified yet', () => {
  expect(authenticate(headers(), 'p1')).toEqual({ allowed: false, because: 'no-credentials' });
  expect(authenticate(headers(''), 'p1')).toEqual({ allowed: false, because: 'no-credentials' });
  expect(authenticate(headers('opem'), 'p1')).toEqual({ allowed: false, because: 'wrong-token' });
  expect(authenticate(headers(undefined, 'SDK-HMAC-SHA256 Access=a'), 'p1')).toEqual({
    allowed: false,
    because: 'signature',
  });
});

it('takes no token at all when none is configured', () => {
  expect(createAuthenticator([])(headers('x'), 'p1')).toEqual({ allowed: false, because: 'wrong-token' });
});
