// What a client makes of awkward answers, for any runtime: no value that is none, no error without the status that there was, no token in anything.
//   import { findings } from './awkward-answers.mjs';
//   console.log(await findings(createFdiClient, address)); // [] where all is well; the address is that of awkward-server.mjs

/** As long as real ones begin, and no word of a message. */
const token = 'MIIEawkwardTOKENofSEVERALletters0123456789';

const id = 'X-Request-Id: r1';
const json = 'Content-Type: application/json';
const good = '[{"task_id":"awkward","mappings":[{"id":"m","updated_time":1793520060000}]}]';
const page = '<!DOCTYPE html><html><title>Sign in</title></html>';
const sized = (body, length = body.length) => [`Content-Length: ${length}`, '', body];
const chunked = (...parts) => [
  'Transfer-Encoding: chunked',
  '',
  ...parts.flatMap((part) => [part.length.toString(16), part]),
  ...['0', '', ''],
];

const value = { value: good };
const unexpected = (reason, status = 200) => ({ name: 'UnexpectedAnswerError', reason, status, requestId: 'r1' });
const refused = (status, more) => ({ name: 'ApiError', status, requestId: 'r1', ...more });

/**
 * What is answered (status line, headers, an empty line, the body), and what the caller must get: the value, or an error with these properties. `TOKEN` in an answer stands for the token of the
 * request, and `OTHER` for another host.
 */
export const awkwardAnswers = [
  {
    name: 'the promised answer with its length',
    lines: ['HTTP/1.1 200 OK', id, json, ...sized(good)],
    expected: value,
  },
  {
    name: 'the promised answer in chunks',
    lines: ['HTTP/1.1 200 OK', id, json, ...chunked(good.slice(0, 9), good.slice(9))],
    expected: value,
  },
  {
    name: 'the promised answer without a content type',
    lines: ['HTTP/1.1 200 OK', id, ...sized(good)],
    expected: value,
  },
  {
    name: 'an empty 200 with its length',
    lines: ['HTTP/1.1 200 OK', id, json, ...sized('')],
    expected: unexpected('empty'),
  },
  { name: 'an empty 200 in chunks', lines: ['HTTP/1.1 200 OK', id, json, ...chunked()], expected: unexpected('empty') },
  { name: 'a 204', lines: ['HTTP/1.1 204 No Content', id, '', ''], expected: unexpected('empty', 204) },
  {
    name: 'a page with status 200',
    lines: ['HTTP/1.1 200 OK', id, 'Content-Type: text/html', ...sized(page)],
    expected: unexpected('not-json'),
  },
  {
    name: 'JSON that is cut short',
    lines: ['HTTP/1.1 200 OK', id, json, ...sized(good.slice(0, -2))],
    expected: unexpected('not-json'),
  },
  {
    name: 'a number beyond 2^53',
    lines: ['HTTP/1.1 200 OK', id, json, ...sized(good.replace('1793520060000', '9007199254740993'))],
    expected: unexpected('shape'),
  },
  {
    name: 'an object in place of the list, which quotes the token',
    lines: ['HTTP/1.1 200 OK', id, json, ...chunked('{"task_id":"', 'TOKEN', '"}')],
    isChunkedByToken: true,
    expected: unexpected('shape'),
  },
  {
    name: 'a body that breaks off',
    lines: ['HTTP/1.1 200 OK', id, json, ...sized(good.slice(0, 20), good.length)],
    ends: 'broken',
    expected: { name: 'ConnectionError', status: 200, requestId: 'r1' },
  },
  {
    name: 'a 400 of the API that quotes the token',
    lines: [
      'HTTP/1.1 400 Bad Request',
      id,
      json,
      '',
      '{"error_code":"FDI.0000","error_msg":"The token TOKEN will not do."}',
    ],
    expected: refused(400, { code: 'FDI.0000' }),
  },
  {
    name: 'a 502 with the page of a proxy',
    lines: ['HTTP/1.1 502 Bad Gateway', id, 'Content-Type: text/html', ...sized(page)],
    expected: refused(502),
  },
  {
    name: 'an empty 500 with its length',
    lines: ['HTTP/1.1 500 Oops', id, json, ...sized('')],
    expected: refused(500),
  },
  { name: 'an empty 500 in chunks', lines: ['HTTP/1.1 500 Oops', id, json, ...chunked()], expected: refused(500) },
  {
    name: 'a 429 that says when to come back',
    lines: ['HTTP/1.1 429 Too Many Requests', id, json, 'Retry-After: 2', ...sized('{}')],
    expected: refused(429, { retryAfter: 2 }),
  },
  {
    name: 'a redirect to another host',
    lines: ['HTTP/1.1 307 Temporary Redirect', id, 'Location: OTHER/TOKEN', ...sized('')],
    // A browser hides status and headers.
    expected: { name: 'UnexpectedAnswerError', reason: 'redirect', status: [307, 0] },
  },
  {
    name: 'a connection that is reset before an answer',
    lines: [],
    expected: { name: 'ConnectionError', status: undefined },
  },
];
for (const answer of awkwardAnswers) {
  // The length of what stands for the token is not that of the word.
  if (answer.isChunkedByToken) {
    answer.lines = answer.lines.map((line, at, lines) =>
      lines[at + 1] === 'TOKEN' ? token.length.toString(16) : line,
    );
  }
}

/** What is wrong with a client, a sentence each; `create` is its `createFdiClient`. */
export async function findings(create, address) {
  const found = [];
  const place = { projectId: 'p', instanceId: 'i', credentials: token, maxRetries: 0, timeout: 10_000 };
  for (const [at, { name, expected }] of awkwardAnswers.entries()) {
    const fdi = create({ baseUrl: `${address}/${at}`, ...place });
    const outcome = await outcomeOf(() => fdi.compositeTasks.init({ auto_mapping: true }));
    found.push(...judge(outcome, expected).map((fault) => `${name}: ${fault}`));
  }
  const seen = await (await fetch(`${address}/seen`)).json();
  if (seen.length > 0)
    found.push(`a redirect to another host: it was followed${seen.join('').includes(token) ? ', with the token' : ''}`);
  found.push(...(await wrongArguments(create, address, place)));
  return found;
}

/** Arguments that would reach another resource, or print the token. */
async function wrongArguments(create, address, place) {
  const found = [];
  const climbing = await outcomeOf(() => create({ baseUrl: `${address}/0`, ...place }).tasks.delete('a/../../b?x=1#y'));
  if (!/%2F\.\.%2F/i.test(climbing.error?.path ?? '%2F..%2F')) found.push('a path argument: it is not encoded');
  const broken = await outcomeOf(() =>
    create({ baseUrl: `${address}/0`, ...place, credentials: `${token}\n0` }).compositeTasks.init(),
  );
  if (!('error' in broken)) found.push('a token with a line break: it was sent');
  else if (printed(broken.error).includes(token)) found.push('a token with a line break: the error holds it');
  return found;
}

async function outcomeOf(call) {
  try {
    return { value: await call() };
  } catch (error) {
    return { error };
  }
}

function judge(outcome, expected) {
  if ('value' in expected) {
    return JSON.stringify(outcome.value) === expected.value ? [] : [`not the value, but ${said(outcome)}`];
  }
  if (!('error' in outcome)) return [`a wrong value: ${said(outcome)}`];
  const { error } = outcome;
  const wrong = Object.entries(expected)
    .filter(([name, value]) => ![value].flat().includes(error?.[name]))
    .map(([name, value]) => `${name} is ${String(error?.[name])} and not ${String(value)}`);
  return [...wrong, ...(printed(error).includes(token) ? ['the error holds the token'] : [])];
}

function said({ value, error }) {
  return error === undefined ? (JSON.stringify(value) ?? 'nothing') : String(error);
}

/** Everything that a log could print of an error: its texts, and all of its properties, hidden ones and causes too. */
function printed(value, depth = 6) {
  if (typeof value !== 'object' || value === null || depth === 0) return String(value);
  const inner = Object.getOwnPropertyNames(value).map((name) => {
    try {
      return `${name}: ${printed(value[name], depth - 1)}`;
    } catch {
      return name;
    }
  });
  return [Object.prototype.toString.call(value), value instanceof Error ? String(value) : '', ...inner].join('\n');
}
