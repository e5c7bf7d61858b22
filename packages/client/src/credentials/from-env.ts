/** Reads a client's options from the environment: the vendor's names where it has them, and ours for the rest. */
import { createFdiClient, type FdiClient } from '../create-fdi-client.ts';
import type { Credentials } from '../credentials.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import type { FdiClientOptions } from '../options.ts';
import type { Region } from '../region.ts';
import type { AccessKey } from './access-key.ts';
import { iam } from './iam.ts';

/** Variables by their names; an empty one is as good as none. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Options that go before the environment; any of those of `createFdiClient`. */
export type EnvOptions = {
  readonly [Name in keyof FdiClientOptions]?: FdiClientOptions[Name] | undefined;
};

/** Makes a client of the environment. */
export type ClientFromEnv = (options?: EnvOptions, environment?: Environment) => FdiClient;

/** @param aksk the way in which this runtime signs */
export function createClientFromEnv(aksk: (key: AccessKey) => Credentials): ClientFromEnv {
  return (options = {}, environment = ownEnvironment()) => {
    const read = (name: string): string | undefined => environment[name] || undefined;
    const needed = (given: string | undefined, name: string): string => {
      const value = given ?? read(name);
      if (value !== undefined) return value;
      throw new InvalidCallError(`The variable ${name} is not set.`);
    };
    const { baseUrl, region, projectId, instanceId, credentials, ...rest } = options;
    const address = baseUrl !== undefined || region !== undefined ? { baseUrl, region } : addressIn(read);
    return createFdiClient({
      ...rest,
      ...address,
      projectId: needed(projectId, variables.projectId),
      instanceId: needed(instanceId, variables.instanceId),
      credentials: credentials ?? credentialsIn(read, needed, aksk),
      // Neither or both of the two addresses are refused by the client itself.
    } as FdiClientOptions);
  };
}

/** The vendor's SDKs have the names that begin with HUAWEICLOUD_SDK, its Terraform provider those with HW. */
const variables = {
  baseUrl: 'ROMA_FDI_URL',
  region: 'ROMA_FDI_REGION',
  instanceId: 'ROMA_FDI_INSTANCE_ID',
  token: 'ROMA_FDI_TOKEN',
  projectId: 'HUAWEICLOUD_SDK_PROJECT_ID',
  accessKey: 'HUAWEICLOUD_SDK_AK',
  secretKey: 'HUAWEICLOUD_SDK_SK',
  securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
  iamEndpoint: 'HUAWEICLOUD_SDK_IAM_ENDPOINT',
  user: 'HW_USER_NAME',
  password: 'HW_USER_PASSWORD',
  domain: 'HW_DOMAIN_NAME',
} as const;

type Read = (name: string) => string | undefined;

function addressIn(read: Read): { baseUrl: string | undefined; region: Region | undefined } {
  const baseUrl = read(variables.baseUrl);
  // An address of one's own goes before the cloud's, and the region is then that of IAM.
  const region = baseUrl === undefined ? (read(variables.region) as Region | undefined) : undefined;
  if (baseUrl === undefined && region === undefined) {
    throw new InvalidCallError(`Neither ${variables.baseUrl} nor ${variables.region} is set.`);
  }
  return { baseUrl, region };
}

/** A token goes before an access key, and that before a user. */
function credentialsIn(
  read: Read,
  needed: (given: string | undefined, name: string) => string,
  aksk: (key: AccessKey) => Credentials,
): string | Credentials {
  const token = read(variables.token);
  if (token !== undefined) return token;
  const accessKey = read(variables.accessKey);
  if (accessKey !== undefined) {
    const securityToken = read(variables.securityToken);
    return aksk({ accessKey, secretKey: needed(undefined, variables.secretKey), securityToken });
  }
  const user = read(variables.user);
  if (user !== undefined) {
    const password = needed(undefined, variables.password);
    const account = { user, password, domain: needed(undefined, variables.domain) };
    const endpoint = read(variables.iamEndpoint);
    return endpoint === undefined
      ? iam({ ...account, region: needed(undefined, variables.region) as Region })
      : iam({ ...account, endpoint });
  }
  throw new InvalidCallError(
    `No credentials: set ${variables.token}, or ${variables.accessKey} and ${variables.secretKey}, or ${variables.user}, ` +
      `${variables.password} and ${variables.domain}.`,
  );
}

/** Some runtimes have none. */
function ownEnvironment(): Environment {
  const { process } = globalThis as { readonly process?: { readonly env?: Environment } };
  return process?.env ?? {};
}
