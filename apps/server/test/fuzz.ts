/** Sends a server any requests, and holds its answers to what every answer must be. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { anyRequest } from './any-request.ts';

/** No fault of the server's own is among them. */
const statuses = [200, 201, 204, 400, 401, 404, 405, 408, 413, 414, 415, 431];

/**
 * How many of the requests were answered with what status; 0 stands for those that had no answer at all.
 * @throws {Error} with the smallest request found that has a wrong answer, and the seed that finds it again
 */
export async function fuzz(port: number, runs: number): Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  const check = fc.asyncProperty(anyRequest, async (bytes) => {
    const status = checkFirstAnswer(await converse(port, bytes), bytes.toString('latin1'));
    answers.set(status, (answers.get(status) ?? 0) + 1);
  });
  await fc.assert(check, { numRuns: runs });
  return answers;
}

/** The status of the first answer: what comes behind it answers bytes that were meant for a body. */
export function checkFirstAnswer(received: string, sent: string): number {
  const { head, rest } = split(received);
  if (head === '') return 0;
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  assert.match(head, /^x-request-id: [0-9a-f]{32}$/im);
  assert.doesNotMatch(head, /^access-control-/im);
  assert.ok(statuses.includes(status), `the status ${status}`);
  if (status < 400) return status;
  const name = /^x-failure: (\w+)\r?$/im.exec(head)?.[1] as keyof typeof failures;
  assert.equal(failures[name]?.status, status, `the failure ${name}`);
  if (sent.startsWith('HEAD ')) return status;
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
  const body = JSON.parse(rest.slice(0, length));
  assert.deepEqual(Object.keys(body), ['error_code', 'error_msg']);
  assert.equal(body.error_code, failures[name].code);
  return status;
}

/** In milliseconds: a request that has no answer by then is one whose end never comes; nobody waits for it. */
const patience = 150;

/** Sends the bytes; gives the first answer, as far as it came. */
function converse(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.end(), patience);
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
      if (isWhole(received)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
  });
}

function isWhole(received: string): boolean {
  const { head, rest } = split(received);
  return head !== '' && rest.length >= Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
}

/** The head of the first answer, empty as long as it has not come, and what stands behind it; 100 Continue is no answer. */
function split(received: string): { head: string; rest: string } {
  const answer = received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = answer.indexOf('\r\n\r\n');
  return end === -1 ? { head: '', rest: answer } : { head: answer.slice(0, end), rest: answer.slice(end + 4) };
}
