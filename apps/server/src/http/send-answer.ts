/** Sends what an operation answered: a large list piece by piece, as its caller takes it. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { holdsLater, piecesOf, writeJson } from '../wire/json.ts';
import { bytesOfPieces, type Room } from './room.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Sending {
  readonly room: Room;
  /** Of a call that has changed something, and must not be refused any more: until then it waits for room. */
  readonly waits: AbortSignal | undefined;
}

/** @returns sends the answer */
export async function prepareAnswer(
  reply: FastifyReply,
  { status, body }: Answer,
  { room, waits }: Sending,
): Promise<() => FastifyReply> {
  const isLater = holdsLater(body);
  const written = isLater || body === undefined ? undefined : writeJson(body);
  const bytes = isLater ? bytesOfPieces : (written?.length ?? 0);
  if (!waits) room.take(bytes, reply.raw);
  else if (isLater) await room.waitFor(bytes, reply.raw, waits);
  return () => {
    reply.status(status);
    if (body === undefined) return reply.send();
    return reply.type('application/json').send(written ?? Readable.from(piecesOf(body), { highWaterMark: 1 }));
  };
}
