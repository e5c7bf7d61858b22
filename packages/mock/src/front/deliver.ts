/** Sends an answer with what goes wrong on its way. Whatever waits here ends when the connection does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gone } from '@roma-fdi/contract/http';
import { headersToSend, sendAnswer } from './answers.ts';
import type { Answer, Mishap } from './call.ts';

/** Milliseconds that the caller has to read what was sent before the connection is reset: a reset may overtake it. */
const reading = 25;
/** Pieces of a slow body. */
const mostPieces = 20;

/** Resolves when all is sent that will be, or nobody waits for it any more. */
export async function deliver(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { mishap } = answer;
  if (mishap === undefined) return sendAnswer(request, response, answer);
  if (mishap.kind === 'delay') {
    // A caller that is not there any more is found out, and its connection closes.
    gone(request, response);
    if (await passed(mishap.ms, response)) sendAnswer(request, response, answer);
    return;
  }
  const { socket } = request;
  if (mishap.kind === 'reset' && mishap.when === 'before') {
    socket.resetAndDestroy();
    return;
  }
  if (mishap.kind === 'reset' && mishap.when === 'after') {
    response.once('finish', () => resetLater(socket));
    return sendAnswer(request, response, answer);
  }
  await sendInParts(response, answer, mishap, socket);
}

async function sendInParts(response: ServerResponse, answer: Answer, mishap: Mishap, socket: Socket): Promise<void> {
  const body = Buffer.from(answer.payload ?? '');
  const isCut = mishap.kind !== 'slowBody';
  const sent = body.subarray(0, bytesToSend(mishap, body.length));
  const headers = headersToSend(answer);
  // A body that is cut announces at least one byte more than comes.
  if (isCut) headers['content-length'] = String(Math.max(body.length, sent.length + 1));
  response.writeHead(answer.status, headers);
  response.flushHeaders();
  if (mishap.kind === 'slowBody') {
    const pieces = Math.max(1, Math.min(mostPieces, sent.length));
    for (let piece = 0; piece < pieces; piece++) {
      if (!(await passed(mishap.ms / pieces, response))) return;
      response.write(sent.subarray((sent.length * piece) / pieces, (sent.length * (piece + 1)) / pieces));
    }
    response.end();
    return;
  }
  if (sent.length > 0) await new Promise((resolve) => response.once('close', resolve).write(sent, resolve));
  if (mishap.kind === 'cutBody') socket.end();
  else if (await passed(reading, response)) socket.resetAndDestroy();
}

function bytesToSend(mishap: Mishap, length: number): number {
  if (mishap.kind === 'slowBody') return length;
  const half = Math.floor(length / 2);
  return mishap.kind === 'cutBody' ? Math.min(mishap.bytes ?? half, Math.max(0, length - 1)) : half;
}

/** The next request on the connection is reset, or the connection by itself a moment later. */
function resetLater(socket: Socket): void {
  const reset = () => socket.resetAndDestroy();
  const timer = setTimeout(reset, reading);
  socket.prependOnceListener('data', reset).once('close', () => clearTimeout(timer));
}

/** Whether the time has passed before the connection ended. */
function passed(ms: number, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    if (response.closed || response.destroyed) return resolve(false);
    const settle = (isOpen: boolean) => {
      clearTimeout(timer);
      response.off('close', onClose);
      resolve(isOpen);
    };
    const onClose = () => settle(false);
    const timer = setTimeout(() => settle(true), ms);
    response.once('close', onClose);
  });
}
