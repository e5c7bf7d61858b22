/** Puts a mock together: its options, the stubs and calls that it remembers, and its server. */
import { randomUUID } from 'node:crypto';
import type { Operation } from '@roma-fdi/contract';
import type { Credentials } from '../document/security.ts';
import { createAnswerer } from '../engine/answerer.ts';
import { type ChaosOptions, createChaos, faultKinds } from '../faults/chaos.ts';
import { createFetch } from '../fetch/create-fetch.ts';
import { accepted, signatureHeader, tokenHeader } from '../front/credentials.ts';
import { createFront, type FrontOptions, listen } from '../front/listener.ts';
import type { LocalMock, Mock, MockOptions } from '../mock.ts';
import {
  aBoolean,
  aDeadline,
  anObject,
  aPort,
  aText,
  type Checks,
  checkOptions,
  origins,
  wholeNumber,
} from '../options/check-options.ts';
import { keys } from '../options/keys.ts';
import { prepare } from '../prepared.ts';
import { createRequestLog } from '../requests/request-log.ts';
import { createSecrets } from '../requests/secrets.ts';
import { answerCall } from '../stubs/answer-call.ts';
import { createOn } from '../stubs/on.ts';
import { createStubs } from '../stubs/stubs.ts';

/** Whoever wants to know besides what becomes of each request. */
export type Observer = Pick<FrontOptions, 'finished'>;

/** Starts a mock that listens on a port. */
export async function startObservedMock(options: MockOptions, observer: Observer = {}): Promise<Mock<string>> {
  checkOptions('startMock', options, { ...localChecks, port: aPort, host: aText });
  const { front, contract, local } = await prepareMock(options);
  const { host = '127.0.0.1', port = 0 } = options;
  const { server, close, ...place } = await listen(contract, { ...front, ...observer, host, port });
  return { ...place, ...local(server, close) };
}

type LocalOptions = Omit<MockOptions, 'port' | 'host'>;

/** Makes a mock without a port. */
export async function createLocalMock(options: LocalOptions): Promise<LocalMock<string>> {
  checkOptions('createMock', options, localChecks);
  const { front, contract, local } = await prepareMock(options);
  const { server, close } = createFront(contract, front);
  return local(server, close);
}

const chaosChecks: Checks<ChaosOptions> = {
  rate: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1'),
  seed: aText,
  faults: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((one) => faultKinds.includes(one))
      ? undefined
      : `a list of ${faultKinds.join(', ')}`,
};

const localChecks: Checks<LocalOptions> = {
  token: aText,
  keys,
  dynamic: aBoolean,
  seed: aText,
  chaos: (value) => {
    const wrong = anObject(value);
    if (wrong !== undefined) return wrong;
    checkOptions('chaos', value as ChaosOptions, chaosChecks);
    return (value as Partial<ChaosOptions>).rate === undefined ? 'an object with a `rate`' : undefined;
  },
  stubTimeout: aDeadline,
  origins,
  requestTimeout: aDeadline,
  keep: wholeNumber('a number of calls', 0, 1_000_000),
  document: anObject,
};

/** All of a mock but its server. */
async function prepareMock(options: LocalOptions) {
  const { dynamic = false, seed, keep = 1_000, stubTimeout = 5_000, chaos } = options;
  const { contract, validator, credentials, engine } = await prepare(options.document);
  checkUsed('token', options.token, 'X-Auth-Token', tokenHeader, credentials);
  checkUsed('keys', options.keys, 'Authorization', signatureHeader, credentials);
  const stubs = createStubs();
  const log = createRequestLog(keep, createSecrets(contract, credentials.values()));
  const answering = {
    validator,
    answerer: createAnswerer(contract, validator, await engine(), { dynamic, seed }),
    stubs,
    stubTimeout,
    drawFault: chaos ? createChaos({ ...chaos, seed: chaos.seed ?? randomUUID() }) : () => undefined,
    begin: log.begin,
  };
  const front: FrontOptions = {
    accepted: accepted(options.token, options.keys),
    credentials,
    origins: options.origins ?? [],
    requestTimeout: options.requestTimeout ?? 30_000,
    operate: (call, exchange) => answerCall(answering, call, exchange),
  };
  const local = (server: Parameters<typeof createFetch>[0], close: () => Promise<void>): LocalMock<string> => {
    let isClosed = false;
    return {
      fetch: createFetch(server, () => isClosed),
      on: createOn(contract, validator, stubs),
      requests: log.requests,
      takeRequests: log.take,
      verify: ({ unused = true } = {}) => stubs.verify(unused),
      reset: () => {
        stubs.clear();
        log.clear();
      },
      close: () => {
        isClosed = true;
        return close();
      },
    };
  };
  return { contract, front, local };
}

/** What no operation asks for would be checked nowhere. */
function checkUsed(
  option: keyof MockOptions,
  value: unknown,
  name: string,
  header: string,
  credentials: ReadonlyMap<Operation, Credentials>,
): void {
  if (value === undefined || [...credentials.values()].flat(2).includes(header)) return;
  throw new TypeError(`The document asks for no ${name}, so the option \`${option}\` has nothing to be compared with.`);
}
