/** Any request, sent to the mock and to a server side by side: neither fails, hangs or breaks the contract, and what the contract decides they answer alike. */
import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange, type RawAnswer } from '../../../packages/mock/test/raw-http.ts';
import { startUpstream } from '../../../packages/mock/test/upstream.ts';
import { takesLong } from '../../../test/programs.ts';
import { inCi } from '../../../test/properties.ts';
import { failuresByState, faultsOf, faultsOfAny, type Outcomes } from './side-by-side/compare.ts';
import { contract } from './side-by-side/contract.ts';
import { bytesOf, type GeneratedRequest } from './side-by-side/request.ts';
import { faults, requestsWith } from './side-by-side/requests.ts';
import { noFault, sendBytesSideBySide, sendSideBySide } from './side-by-side/run.ts';
import { type Lane, type Sides, startSides } from './side-by-side/sides.ts';

/** Outside CI as many as meet each operation and each fault once. */
const [requestCount, byteCount, least] = inCi ? [5_000, 2_000, 20] : [200, 150, 1];

let sides: Sides;
let lanes: Lane[];
beforeAll(async () => {
  sides = await startSides();
  lanes = await Promise.all((inCi ? ['one', 'two', 'three'] : ['one']).map((name) => sides.lane(name)));
});
afterAll(() => sides.end());

describe('of each operation with each fault', { timeout: 600_000 }, () => {
  test('requests are answered by the contract, and alike', async (context) => {
    takesLong(context);
    const seed = fc.sample(fc.nat(), 1)[0] as number;
    const sent = await sendSideBySide(lanes, requestCount, seed);
    expect(sent.length).toBe(requestCount);
    for (const { operationId } of contract.operations) {
      const own = sent.filter((one) => one.operationId === operationId);
      const good = own.filter(({ fault }) => fault === noFault);
      expect([operationId, good.length >= least]).toEqual([operationId, true]);
      expect([operationId, own.length - good.length >= least]).toEqual([operationId, true]);
    }
    // Most come all the way; a few operations need a state that others have taken away, and succeed by chance alone.
    const succeeded = new Set(sent.flatMap(({ operationId, status }) => (status < 300 ? [operationId] : [])));
    if (inCi) expect(succeeded.size).toBeGreaterThan(0.8 * contract.operations.length);
    for (const fault of faults) expect([fault, sent.some((one) => one.fault === fault)]).toEqual([fault, true]);
  });

  test('bytes that are hardly a request are refused alike', async () => {
    const answers = await sendBytesSideBySide(sides, byteCount);
    expect(answers.get(0) ?? 0).toBeLessThan(byteCount / 10);
    // Far enough in to be worth it.
    expect([...answers.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405]));
  });
});

describe('a wrong answer is noticed', () => {
  const operationOf = (id: string) => contract.operations.find(({ operationId }) => operationId === id)!;
  const requestFor = (id: string, fault: string): GeneratedRequest =>
    fc.sample(requestsWith(operationOf(id), fault)!, { numRuns: 1, seed: 1 })[0]!;
  const send = (request: GeneratedRequest): Promise<Outcomes> => lanes[0]!.send(request);

  /** The answer with another status, headers or body. */
  const changed = (
    answer: RawAnswer,
    { status = answer.status, headers = {}, body = answer.body }: Change,
  ): RawAnswer => {
    const all = new Map(answer.headers);
    for (const [name, value] of Object.entries(headers)) value === undefined ? all.delete(name) : all.set(name, value);
    return { status, headers: all, rawHeaders: [...all].flat(), bytes: Buffer.from(body), body };
  };
  interface Change {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly body?: string;
  }
  /** A failure as it is answered everywhere. */
  const failure = (name: keyof typeof failures, message = 'why'): Change => ({
    status: failures[name].status,
    headers: { 'x-failure': name },
    body: JSON.stringify({ error_code: failures[name].code, error_msg: message }),
  });

  test.for<[string, string, string, Change, RegExp]>([
    ['a fault of its own', 'showTask', noFault, failure('InternalError'), /^The server fails/],
    ['a success of another status', 'listTasks', noFault, { status: 201 }, /not documented/],
    ['a body of another shape', 'listTasks', noFault, { body: '{"total":"1"}' }, /breaks the contract: Body property/],
    [
      'a body that is no JSON',
      'listTasks',
      noFault,
      { body: '<html>' },
      /breaks the contract: The body must be valid JSON/,
    ],
    ['no ID', 'listTasks', noFault, { headers: { 'x-request-id': undefined } }, /gives no ID/],
    ['a listed origin', 'listTasks', noFault, { headers: { 'access-control-allow-origin': '*' } }, /foreign origin/],
    [
      'good taken for faulty',
      'listTasks',
      noFault,
      failure('InvalidParameters'),
      /refuses a request that fits, as Inv/,
    ],
    ['good taken for too large', 'showTask', noFault, failure('BodyTooLarge'), /refuses a request that fits, as BodyT/],
    ['a failure that the operation has not', 'showTask', noFault, failure('NameTaken'), /refuses a request that fits/],
    [
      'faulty taken for good',
      'showTask',
      'a wrong value in the path',
      failure('TaskNotFound'),
      /does not answer Inval/,
    ],
    [
      'other words',
      'showTask',
      'a wrong value in the path',
      failure('InvalidParameters'),
      /^The mock says .* the server/,
    ],
    ['no name', 'showTask', 'an unknown query parameter', { headers: { 'x-failure': undefined } }, /the status of its/],
    [
      'another code',
      'showTask',
      'an unknown query parameter',
      { body: failure('TaskNotFound').body! },
      /the body of its/,
    ],
    ['other methods', 'showTask', 'a wrong method', { headers: { allow: 'GET' } }, /^The mock allows/],
    [
      'a missing one found',
      'showTask',
      'an ID that nobody has given',
      failure('TasksRunning'),
      /not answer TaskNotFound/,
    ],
  ])('%s', async ([, id, fault, change, notice]) => {
    const request = requestFor(id, fault);
    const outcomes = await send(request);
    expect(faultsOf(request, outcomes)).toEqual([]);
    const wrong = { ...outcomes, server: changed(outcomes.server as RawAnswer, change) };
    expect(faultsOf(request, wrong)).toContainEqual(expect.stringMatching(notice));
    // The same of the other one, but where it cannot know.
    if (request.expected.mock !== request.expected.server) return;
    const other = { ...outcomes, mock: changed(outcomes.mock as RawAnswer, change) };
    expect(faultsOf(request, other)).not.toEqual([]);
  });

  test('a success of another status than the other’s', async () => {
    const request = requestFor('listTasks', noFault);
    const bytes = bytesOf(request);
    const answers = await sides.sendBytes(bytes);
    expect(faultsOfAny(bytes, answers)).toEqual([]);
    const other = { ...answers, server: changed(answers.server!, { status: 201 }) };
    expect(faultsOfAny(bytes, other)).toEqual(['The mock answers 200, the server 201']);
  });

  test('none at all', async () => {
    const silent = await startUpstream();
    silent.answer(() => {});
    const target = { host: '127.0.0.1', port: Number(new URL(silent.url).port) };
    const hung = await exchange(target, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n'], false, 50).catch(
      (error: Error) => error,
    );
    await silent.close();
    const request = requestFor('listTasks', noFault);
    const { mock } = await send(request);
    expect(faultsOf(request, { mock, server: hung })).toEqual(['The server gives no answer: No answer within 50 ms.']);
  });

  test('one of bytes that the other refuses, and none', async () => {
    const bytes = Buffer.from('GARBAGE\r\n\r\n');
    const answers = await sides.sendBytes(bytes);
    expect(faultsOfAny(bytes, answers)).toEqual([]);
    expect(faultsOfAny(bytes, { ...answers, server: undefined })).toEqual(['The server alone gives no answer']);
    const found = changed(answers.server!, failure('NoSuchOperation'));
    expect(faultsOfAny(bytes, { ...answers, server: found })).toEqual([
      'The mock answers BadRequest, the server NoSuchOperation',
    ]);
    expect(faultsOfAny(bytes, { ...answers, server: changed(answers.server!, failure('InternalError')) })).not.toEqual(
      [],
    );
  });

  test('by the runner, which names the request, its seed and the commands that repeat it', async () => {
    let [sent, lied] = [0, ''];
    const lying: Lane = {
      curl: (request) => lanes[0]!.curl(request),
      async send(request) {
        const outcomes = await send(request);
        const { operationId } = request.operation;
        if (++sent < 5 || (lied !== '' && lied !== operationId)) return outcomes;
        lied = operationId;
        return { ...outcomes, server: changed(outcomes.server as RawAnswer, failure('InternalError')) };
      },
    };
    await expect(sendSideBySide([lying], 300, 7)).rejects.toThrow(
      /^\w+ with .*, of the seed 7: The server fails, with 500 .*\nmock: {3}.*curl -.*\nserver: .*curl -/s,
    );
  });

  test('and what state decides is no more than operations declare', () => {
    const byState = new Set(contract.operations.flatMap((operation) => [...failuresByState(operation)]));
    expect([...byState].toSorted()).toEqual([
      'AddressNotAllowed',
      'ConnectionFailed',
      'DataSourceInUse',
      'DataSourceNotFound',
      'InvalidValue',
      'MappingMismatch',
      'MappingNotFound',
      'MissingDataSource',
      'NameTaken',
      'SchedulePlanMissing',
      'SecretNeeded',
      'SeveralPairs',
      'TaskCreated',
      'TaskIsDraft',
      'TaskListEmpty',
      'TaskNameTaken',
      'TaskNotFound',
      'TaskStartFailed',
      'TaskStopFailed',
      'TasksRunning',
      'TooManyTables',
      'UnknownDataSource',
      'UnknownTable',
    ]);
    expect([...failuresByState(operationOf('listTasks'))]).toEqual([]);
  });
});

test('the same seed makes the same requests', (context) => {
  takesLong(context);
  const [operation] = contract.operations;
  const all = (seed: number) =>
    faults.flatMap((fault) =>
      fc.sample(requestsWith(operation!, fault) ?? fc.constant(undefined), { numRuns: 1, seed }),
    );
  expect(all(3)).toEqual(all(3));
  expect(all(3)).not.toEqual(all(4));
});
