/** Whatever is sent, the server lives, and what it answers has the contract's shape and is no fault of its own. */
import { failures } from '@roma-fdi/types';
import { expect, it, onTestFinished } from 'vitest';
import { checkFirstAnswer, fuzz } from './fuzz.ts';
import { serve } from './serve.ts';

it('any request gets an answer of the contract', async () => {
  const server = await serve();
  onTestFinished(() => server.end());
  const answers = await fuzz(server.port, 400);
  expect(answers.get(0) ?? 0).toBeLessThan(40);
  // Far enough into the server to be worth it.
  expect([...answers.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405]));
  await server.succeed('listDatasources');
});

it('an answer without an ID or its failure’s name, one that is a fault, and one of another shape would be noticed', () => {
  const answer = (head: string, body: string) => `HTTP/1.1 ${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const id = `x-request-id: ${'0'.repeat(32)}`;
  const named = (name: string) => `${id}\r\nx-failure: ${name}`;
  const right = named('TaskNotFound');
  const error = JSON.stringify({ error_code: failures.TaskNotFound.code, error_msg: 'b' });
  const check = (received: string) => () => checkFirstAnswer(received, 'GET / HTTP/1.1');
  expect(check(answer(`404 No\r\n${right}`, error))).not.toThrow();
  expect(check(answer('404 No\r\nx-failure: TaskNotFound', error))).toThrow();
  expect(check(answer(`404 No\r\n${id}`, error))).toThrow();
  expect(check(answer(`404 No\r\n${named('NoSuchOperation')}`, error))).toThrow();
  expect(check(answer(`404 No\r\n${named('NameTaken')}`, error))).toThrow();
  expect(check(answer(`500 Oh\r\n${named('InternalError')}`, error))).toThrow();
  expect(check(answer(`404 No\r\n${right}`, '{"message":"a"}'))).toThrow();
  expect(check(answer(`404 No\r\n${right}\r\naccess-control-allow-origin: *`, error))).toThrow();
});
