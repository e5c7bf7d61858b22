import { expect, it } from 'vitest';
import { createAuthenticator } from './token.ts';

const authenticate = createAuthenticator([{ token: 'open' }, { token: 'narrow', projects: ['p1'] }]);

it('lets a known token call any project, unless it is granted some alone', () => {
  expect(authenticate('open', 'p9')).toEqual({ allowed: true });
  expect(authenticate('narrow', 'p1')).toEqual({ allowed: true });
  expect(authenticate('narrow', 'p2')).toEqual({ allowed: false, because: 'other-project' });
});

it('tells apart what is missing and what is wrong', () => {
  expect(authenticate(undefined, 'p1')).toEqual({ allowed: false, because: 'no-credentials' });
  expect(authenticate('', 'p1')).toEqual({ allowed: false, because: 'no-credentials' });
  expect(authenticate('opem', 'p1')).toEqual({ allowed: false, because: 'wrong-token' });
});

it('takes no token at all when none is configured', () => {
  expect(createAuthenticator([])('x', 'p1')).toEqual({ allowed: false, because: 'wrong-token' });
});
