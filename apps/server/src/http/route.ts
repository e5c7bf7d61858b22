/** One operation as a route: who may call it, whether the request fits, the operation itself, and its answer. */
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Failure, Operation, Validator } from '@roma-fdi/contract';
import { checkAnnouncedBody, checkUnprovedBody, readRequestBody } from '@roma-fdi/contract/http';
import type { FastifyReply, FastifyRequest, HTTPMethods, RouteOptions } from 'fastify';
import type { Pending } from '../auth/signature.ts';
import { handlerOf, type Operations } from '../operations/operations.ts';
import { rowsOfPage } from '../store/paced-store.ts';
import { piecesOf } from '../wire/json.ts';
import { type Access, admit, requireProof } from './access.ts';
import { awaited } from './awaited.ts';
import type { Room } from './room.ts';
import { prepareAnswer } from './send-answer.ts';

export interface RouteParts {
  /** The promise is made once, by the first who asks. */
  readonly validator: () => Promise<Validator>;
  readonly access: Access;
  readonly operations: Operations;
  /** Whether answers are held to the contract as well; a broken one becomes a 500 and a log line. */
  readonly checkAnswers: boolean;
  /** Milliseconds from the arrival of a request to its answer. */
  readonly deadline: number;
  readonly room: Room;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the first byte of the body is refused with. */
    refusedBytes: Failure | undefined;
    /** Of a signed request, what is still to be judged once its body is there. */
    unproved: Unproved | undefined;
  }
  interface FastifyContextConfig {
    operationId?: string;
  }
}

interface Unproved {
  readonly pending: Pending;
  /** What a body is refused with after the proof, for its media type. */
  readonly refusal: Failure | undefined;
}

export function routeOf(
  operation: Operation,
  { validator, access, operations, checkAnswers, deadline, room }: RouteParts,
): RouteOptions {
  const id = operation.operationId;
  const handle = handlerOf(operations, id);
  const changesNothing = operation.method === 'GET';
  return {
    method: operation.method as HTTPMethods,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: operation.maxBodyBytes,
    config: { operationId: id },
    onRequest: async (request: FastifyRequest) => {
      const pending = admit(access, request);
      if (pending) request.unproved = { pending, refusal: checkUnprovedBody(request.raw, operation) };
      else request.refusedBytes = checkAnnouncedBody(request.raw, operation);
      // The framework would judge it once more, also where there is no body, or none that is taken. The raw headers stay whole.
      request.headers = { 'content-type': undefined };
    },
    preParsing: (request, _reply, payload, done) => {
      const { refusedBytes } = request;
      done(null, refusedBytes ? refusingBytes(payload, refusedBytes) : payload);
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const bytes = request.body as Buffer | undefined;
      if (request.unproved) {
        const { pending, refusal } = request.unproved;
        requireProof(pending, bytes, request);
        if (refusal && bytes && bytes.length > 0) throw refusal;
      }
      const { checkRequest, judgeAnswer } = await validator();
      const checked = checkRequest(operation, {
        path: request.params as Record<string, string>,
        query: request.query as Record<string, string | string[]>,
        body: await readRequestBody(operation, request.raw.headers, bytes),
      });
      if (changesNothing && Number(checked.query['limit']) >= rowsOfPage) room.expectPage();
      const { signal, inTime } = awaited(request.raw, reply.raw, Math.max(0, deadline - reply.elapsedTime));
      const answered = async (): Promise<() => FastifyReply> => {
        const answer = await handle(checked, { signal });
        if (checkAnswers) {
          const [fault] = judgeAnswer(operation, { ...answer, body: await wholeBody(answer.body) });
          if (fault)
            throw new Error(`An answer broke the contract: ${id} ${answer.status}: ${fault.place} ${fault.expected}`);
        }
        return prepareAnswer(reply, answer, { room, waits: changesNothing ? undefined : signal });
      };
      const send = await inTime(answered());
      return send();
    },
  };
}

/** With what would be read while it is written. */
async function wholeBody(body: unknown): Promise<unknown> {
  if (body === undefined) return undefined;
  return JSON.parse((await buffer(piecesOf(body))).toString());
}

/** The same bytes; ends well where none come. */
function refusingBytes(bytes: Readable, refusal: Failure): Readable {
  const refusing = new Transform({ transform: (_bytes, _encoding, done) => done(refusal) });
  bytes.once('error', (error) => refusing.destroy(error));
  return bytes.pipe(refusing);
}
