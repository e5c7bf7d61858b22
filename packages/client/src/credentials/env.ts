/** A client of the environment, which signs by WebCrypto. */
import { aksk } from './aksk.ts';
import { type ClientFromEnv, createClientFromEnv } from './from-env.ts';

export type { ClientFromEnv, Environment, EnvOptions } from './from-env.ts';

/**
 * Makes a client of environment variables; the README lists them.
 *
 * @param options go before the environment
 * @param environment default: that of the process, where the runtime has one
 * @throws InvalidCallError that names the variable or option that is missing or cannot work
 */
export const clientFromEnv: ClientFromEnv = createClientFromEnv(aksk);
