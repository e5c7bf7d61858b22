/** What the mock answers to a call: a stub's answer, else the fault that was asked for or drawn, else the usual one. */
import { Failure, type TypedRequest, type Validator } from '@roma-fdi/contract';
import { gone } from '@roma-fdi/contract/http';
import { failureHeader } from '@roma-fdi/types';
import type { Answerer } from '../engine/answerer.ts';
import { preferenceParameters, readPreferences } from '../engine/preferences.ts';
import { type Fault, nameOfFault } from '../faults/fault.ts';
import { preferredFault } from '../faults/preferred-fault.ts';
import { ClientGone } from '../front/body.ts';
import type { Answer, Call, Exchange, Mishap } from '../front/call.ts';
import { checkCall } from '../front/check-call.ts';
import type { Entry, Outcome } from '../requests/request-log.ts';
import type { MockCall } from './answer.ts';
import { type Decided, decide } from './decide.ts';
import { BrokenStub, type Stubs, sentence, type Taken } from './stubs.ts';

export interface Answering {
  readonly validator: Validator;
  readonly answerer: Answerer;
  readonly stubs: Stubs;
  /** Milliseconds that a stub's function has. */
  readonly stubTimeout: number;
  /** The fault that happens to the next call, where none was asked for. */
  readonly drawFault: () => Fault | undefined;
  /** The place in which every call that begins is kept, once, with what became of it. */
  readonly begin: () => Entry;
}

/** @throws {Failure} for a call that does not fit the contract, and for a stub that could not answer */
export async function answerCall(answering: Answering, call: Call, exchange: Exchange): Promise<Answer> {
  const keep = answering.begin();
  let taken: Taken | undefined;
  try {
    const request = checkCall(answering.validator, call, preferenceParameters);
    let decided: Decided;
    if (!answering.stubs.has(call.operation)) {
      decided = unstubbed(answering, call);
    } else {
      const controller = new AbortController();
      const mockCall = toMockCall(call, request, controller.signal);
      taken = answering.stubs.take(mockCall);
      decided = taken
        ? await decideBy(answering, taken, call, mockCall, controller, exchange)
        : unstubbed(answering, call);
    }
    const answer = await make(answering.answerer, call, decided);
    keep(call, outcomeOf(answer, decided, taken));
    return answer;
  } catch (error) {
    const failure = error instanceof BrokenStub ? new Failure('InternalError', error.message) : error;
    const status = failure instanceof Failure ? failure.status : failure instanceof ClientGone ? undefined : 500;
    keep(call, { status, stub: taken?.stub.name });
    throw failure;
  }
}

function unstubbed({ validator, drawFault }: Answering, call: Call): Decided {
  const fault = preferredFault(readPreferences(call)) ?? drawFault();
  return fault ? decide(validator, call.operation, fault) : {};
}

/** Copies: what a function of the test changes in them changes neither what is kept of the call nor how it is answered. */
function toMockCall(call: Call, { path, query }: TypedRequest, signal: AbortSignal): MockCall {
  const { operation, path: sentPath, search, headers, body } = call;
  return {
    operationId: operation.operationId,
    method: operation.method,
    url: sentPath + search,
    pathParameters: path,
    query,
    headers: { ...headers },
    body: structuredClone(body),
    signal,
  };
}

/** Of a stub: what it was set with, or what its function gives. */
async function decideBy(
  { validator, stubs, stubTimeout }: Answering,
  { stub, answer }: Taken,
  { operation }: Call,
  mockCall: MockCall,
  controller: AbortController,
  { request, response }: Exchange,
): Promise<Decided> {
  if ('decided' in answer) return answer.decided;
  const timer = setTimeout(() => controller.abort(late), stubTimeout);
  gone(request, response).addEventListener('abort', () => controller.abort(new ClientGone()));
  let given: unknown;
  try {
    // Listens before the function can, so that nothing which it gives for its signal counts.
    const end = aborted(controller.signal);
    given = await Promise.race([end, answer.decideFor(mockCall)]);
  } catch (error) {
    if (error instanceof ClientGone) throw error;
    if (error === late) throw stubs.blame(stub, `its function gave no answer within ${stubTimeout} ms`);
    throw stubs.blame(stub, 'its function threw', { detail: sentence(error), cause: error });
  } finally {
    clearTimeout(timer);
  }
  try {
    return decide(validator, operation, given);
  } catch (error) {
    const isRefusal = error instanceof RangeError || error instanceof TypeError;
    if (isRefusal) throw stubs.blame(stub, `its function's answer is refused. ${error.message}`);
    throw stubs.blame(stub, "its function's answer cannot be read", { detail: sentence(error), cause: error });
  }
}

const nameHeader = failureHeader.toLowerCase();
const late = new Error('The deadline has passed.');

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function make(answerer: Answerer, call: Call, decided: Decided): Promise<Answer> {
  const { wanted, own, fault } = decided;
  const mishap = mishapOf(fault);
  // The very object of the decision may answer further calls, and an answer's headers are changed while it is sent.
  const ready = decided.answer && { ...decided.answer, headers: { ...decided.answer.headers } };
  const answer = ready ?? (await (wanted ? answerer.make(call, wanted) : answerer.usual(call)));
  return { ...withOwn(answer, own), ...(mishap && { mishap }) };
}

/** A body of one's own is no example any more, so it has no failure's name either, unless its headers give one. */
function withOwn(answer: Answer, own: Decided['own']): Answer {
  if (!own) return answer;
  const { status, headers, payload } = answer;
  const { [nameHeader]: _name, ...others } = headers;
  return own.payload === undefined
    ? { status, headers: { ...headers, ...own.headers }, payload }
    : { status, headers: { ...others, ...own.headers }, payload: own.payload };
}

function mishapOf(fault: Fault<unknown> | undefined): Mishap | undefined {
  switch (fault?.kind) {
    case 'delay':
    case 'slowBody':
    case 'reset':
    case 'cutBody':
      return fault;
    default:
      return undefined;
  }
}

function outcomeOf({ status, mishap }: Answer, { fault }: Decided, taken: Taken | undefined): Outcome {
  return {
    status: mishap?.kind === 'reset' && mishap.when === 'before' ? undefined : status,
    stub: taken?.stub.name,
    fault: fault && nameOfFault(fault),
  };
}
