/** What a client must make of answers that no contract promises, in words that every runtime speaks: no module of Node, no `process`. */

/** The answer that the contract promises. */
export const good = [{ task_id: 't', mappings: [{ id: 'm', updated_time: 1793520060000 }] }];
export const requestId = '0f1e2d3c';
const token = 'secret-of-the-runtimes-4711';
/** Of the requests that are signed. */
export const signingKey = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'zn1yEjTLsi2tUW5fNhIKTQRN' };

type Facts = Readonly<Record<string, unknown>>;

const unexpected = (reason: string, status = 200): Facts => ({
  name: 'UnexpectedAnswerError',
  reason,
  status,
  requestId,
});
const api = (status: number, more: Facts = {}): Facts => ({ name: 'ApiError', status, requestId, ...more });

/** By the name of the answer: the value, or what the error must have. */
const expected: Readonly<Record<string, Facts>> = {
  good: { value: good },
  'good-in-chunks': { value: good },
  'good-without-type': { value: good },
  'good-compressed': { value: good },
  'good-after-a-mark': { value: good },
  'empty-200': unexpected('empty'),
  'empty-200-in-chunks': unexpected('empty'),
  'no-content': unexpected('empty', 204),
  'page-200': unexpected('not-json'),
  'cut-json': unexpected('not-json'),
  'beyond-2-53': unexpected('shape'),
  'no-array': unexpected('shape'),
  'null-200': unexpected('shape'),
  'no-array-with-the-token': unexpected('shape'),
  'json-400': api(400, { code: 'FDI.0000' }),
  'page-502': api(502),
  'empty-500': api(500),
  'empty-500-in-chunks': api(500),
  'too-many': api(429, { code: 'FDI.0000', retryAfter: 7 }),
  'token-told-back': api(400),
  // A browser hides status and headers of a redirect.
  redirect: { name: 'UnexpectedAnswerError', reason: 'redirect' },
  reset: { name: 'ConnectionError', status: undefined },
  'reset-in-200': { name: 'ConnectionError', status: 200, requestId },
  'reset-in-500': api(500),
  silent: { name: 'TimeoutError' },
  'stall-in-200': { name: 'TimeoutError' },
};

/** Milliseconds for the answers that never end; the others have ten seconds. */
const short = 400;

/** As much of the package as is tried. */
export interface Sdk {
  createFdiClient(options: object): {
    readonly compositeTasks: { init(): Promise<unknown> };
    readonly tasks: { show(taskId: string): Promise<unknown> };
  };
  /** Of `@roma-fdi/client/aksk`. */
  aksk(key: typeof signingKey): object;
}

export interface Findings {
  /** Names of the answers that were tried. */
  readonly tried: readonly string[];
  /** What is wrong, one sentence each. */
  readonly wrong: readonly string[];
}

/**
 * Calls once for each answer.
 * @param server address of the server in awkward-server.ts
 * @param inspect the runtime's own way to print a value
 * @param options further options of each client
 */
export async function tryAwkwardAnswers(
  sdk: Sdk,
  server: string,
  inspect: (value: unknown) => string,
  options: object = {},
): Promise<Findings> {
  const wrong: string[] = [];
  for (const [name, wanted] of Object.entries(expected)) {
    const fdi = sdk.createFdiClient({
      baseUrl: `${server}/${name}`,
      projectId: 'p',
      instanceId: 'i',
      credentials: token,
      timeout: wanted['name'] === 'TimeoutError' ? short : 10_000,
      maxRetries: 0,
      ...options,
    });
    const faults = await fdi.compositeTasks.init().then(
      (value) => faultsOfValue(wanted, value),
      (error) => [...faultsOfError(wanted, error), ...leaksOf(error, inspect)],
    );
    wrong.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  return {
    tried: Object.keys(expected),
    wrong: [...wrong, ...(await tryArguments(sdk, server, inspect)), ...(await trySigning(sdk, server, inspect))],
  };
}

/** Arguments that would reach another resource, or print the token. */
async function tryArguments(sdk: Sdk, server: string, inspect: (value: unknown) => string): Promise<string[]> {
  const place = { baseUrl: `${server}/json-400`, projectId: 'p', instanceId: 'i', timeout: 10_000, maxRetries: 0 };
  const climbing = await failureOf(() =>
    sdk.createFdiClient({ ...place, credentials: token }).tasks.show('a/../../b?x=1#y'),
  );
  const broken = await failureOf(() =>
    sdk.createFdiClient({ ...place, credentials: `${token}\n0` }).compositeTasks.init(),
  );
  return [
    ...(/%2F\.\.%2F/.test(String((climbing as Facts)['path'])) ? [] : ['a path argument is not encoded']),
    ...leaksOf(broken, inspect).map((fault) => `a token with a line break: ${fault}`),
  ];
}

/** A signature that the server can prove, and one that it cannot, whose error must not tell the secret key. */
async function trySigning(sdk: Sdk, server: string, inspect: (value: unknown) => string): Promise<string[]> {
  const place = { baseUrl: `${server}/signed`, projectId: 'p', instanceId: 'i', timeout: 10_000, maxRetries: 0 };
  const credentials = sdk.aksk(signingKey);
  const fdi = sdk.createFdiClient({ ...place, credentials });
  const taken = await fdi.compositeTasks.init().then(
    (value) => faultsOfValue({ value: good }, value),
    (error) => [`it was refused: ${error}`],
  );
  const wrongKey = { ...signingKey, secretKey: signingKey.secretKey.toLowerCase() };
  const refused = await failureOf(() =>
    sdk.createFdiClient({ ...place, credentials: sdk.aksk(wrongKey) }).compositeTasks.init(),
  );
  const printed = [refused, fdi, credentials].map((value) => `${inspect(value)} ${JSON.stringify(value)}`).join();
  return [
    ...taken.map((fault) => `a signed call: ${fault}`),
    ...((refused as Facts)['status'] === 401 ? [] : ['a call with a wrong signature is not refused']),
    ...([signingKey, wrongKey].some(({ secretKey }) => printed.includes(secretKey)) ? ['the secret key is shown'] : []),
  ];
}

async function failureOf(call: () => Promise<unknown>): Promise<object> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return new Error('It did not fail.');
}

function faultsOfValue(wanted: Facts, value: unknown): string[] {
  const text = JSON.stringify(value);
  return text === JSON.stringify(wanted['value']) ? [] : [`it gave ${text}, not ${JSON.stringify(wanted)}`];
}

function faultsOfError(wanted: Facts, error: Facts): string[] {
  return Object.entries(wanted)
    .filter(([field, of]) => error[field] !== of)
    .map(([field, of]) => `${field} of the error is ${error[field]}, not ${of}; it says: ${error['message']}`);
}

/** Wherever somebody may print an error. */
function leaksOf(error: unknown, inspect: (value: unknown) => string): string[] {
  const printed: string[] = [JSON.stringify(error) ?? ''];
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++)
    printed.push(inspect(one), String(one), String(one.stack), JSON.stringify({ ...one }));
  const secrets = [token, btoa(token)];
  const leak = printed.find((text) => secrets.some((secret) => text.includes(secret)));
  return leak === undefined ? [] : [`the token stands in ${leak}`];
}
