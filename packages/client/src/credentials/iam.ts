/** Credentials of an IAM user: a token for user and password, fetched when the first call needs it and renewed before it expires. */
import { checkAddress } from '../address.ts';
import type { Credentials } from '../credentials.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { type Region, regionUrl } from '../region.ts';
import { fetchTransport, type Transport } from '../wire/transport.ts';
import { createRenewedToken, type RenewedToken } from './renewed-token.ts';
import { requestToken } from './token-request.ts';

export { IamError } from './iam-error.ts';

/** Where IAM is: exactly one of the two. */
export type IamAddress =
  | {
      /** Region of the vendor's cloud; its tokens are good in that region alone. */
      readonly region: Region;
      readonly endpoint?: undefined;
    }
  | {
      /** Address of IAM, such as `https://iam.myhuaweicloud.com`, whose tokens are good in every region. */
      readonly endpoint: string;
      readonly region?: undefined;
    };

/** Options of `iam`. */
export type IamOptions = IamAddress & {
  /** Name of the IAM user. */
  readonly user: string;
  readonly password: string;
  /** Name of the account (domain) that the user belongs to. */
  readonly domain: string;
  /**
   * Name of the project that tokens are for, such as `cn-north-4`.
   * @default the client's `projectId`
   */
  readonly project?: string | undefined;
  /**
   * What carries the requests to IAM. It must not follow redirects.
   * @default the global `fetch` at the time of the call
   */
  readonly transport?: Transport | undefined;
};

/**
 * Credentials of an IAM user. A token is asked for within the deadline of the first call that needs one, by one request for all calls that
 * wait, and again in the last tenth of its lifetime (at most half an hour), or when the service refuses it. The password stays in here.
 * Calls fail with an `IamError` where IAM gives no token.
 *
 * @throws InvalidCallError for an option that cannot work
 */
export function iam(options: IamOptions): Credentials {
  const { user, password, domain, project, transport = fetchTransport } = check(options);
  const endpoint = endpointOf(options);
  // A client has one project; several clients may share these credentials.
  const tokens = new Map<string, RenewedToken>();

  function tokenFor(projectId: string): RenewedToken {
    const key = project === undefined ? projectId : '';
    let token = tokens.get(key);
    if (!token) {
      const scope = project === undefined ? { id: projectId } : { name: project };
      token = createRenewedToken((signal) =>
        requestToken({ endpoint, user, password, domain, project: scope, transport }, signal),
      );
      tokens.set(key, token);
    }
    return token;
  }

  return {
    sign: async ({ projectId, signal }) => ({ [tokenHeader]: await tokenFor(projectId).current(signal) }),
    renew(refused) {
      // One that nobody holds any more was renewed by another call.
      for (const token of tokens.values()) token.drop(refused[tokenHeader] ?? '');
      return true;
    },
  };
}

const tokenHeader = 'X-Auth-Token';

function check(options: IamOptions): IamOptions {
  for (const name of ['user', 'password', 'domain'] as const) {
    if (typeof options?.[name] !== 'string' || options[name] === '') {
      throw new InvalidCallError(`${name} must be a string that is not empty.`);
    }
  }
  if (options.project !== undefined && (typeof options.project !== 'string' || options.project === '')) {
    throw new InvalidCallError('project must be the name of a project, or left out.');
  }
  return options;
}

/** The cloud's services lie side by side. */
function endpointOf({ region, endpoint }: IamOptions): string {
  if ((region === undefined) === (endpoint === undefined)) {
    throw new InvalidCallError('Give either region or endpoint, and not both.');
  }
  if (region !== undefined) return regionUrl(region).replace('//roma.', '//iam.');
  const { origin, pathname } = checkAddress('endpoint', endpoint);
  return origin + pathname;
}
