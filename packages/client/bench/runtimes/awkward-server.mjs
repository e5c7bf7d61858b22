// Answers as servers, proxies and broken connections do, byte by byte: `node awkward-server.mjs` prints its address and serves until it is ended. The first
// segment of a path is the number of the answer in the table of awkward-answers.mjs; `/seen` gives what reached the host that redirects name.
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { awkwardAnswers } from './awkward-answers.mjs';

/** For a browser, whose pages come from another origin. */
const crossOrigin = [
  'Access-Control-Allow-Origin: *',
  'Access-Control-Allow-Headers: *, X-Auth-Token',
  'Access-Control-Allow-Methods: *',
  'Access-Control-Expose-Headers: X-Request-Id, X-Failure, Retry-After',
  'Connection: close',
];
const plain = (text) => ['HTTP/1.1 200 OK', `Content-Length: ${Buffer.byteLength(text)}`, '', text];

/** Starts the server and the host that redirects name; gives the address, and what ends both. */
export async function startAwkwardServer() {
  const seen = [];
  const other = createServer((socket) =>
    onRequest(socket, (head) => {
      seen.push(head);
      write(socket, plain('[{"task_id":"of-another-host"}]'));
    }),
  );
  const server = createServer((socket) =>
    onRequest(socket, (head) => {
      const [method, target] = head.split(' ', 2);
      if (method === 'OPTIONS') return write(socket, plain(''));
      if (target === '/seen') return write(socket, plain(JSON.stringify(seen)));
      const { lines, ends } = awkwardAnswers[Number(target.split('/', 2)[1])];
      const token = /^x-auth-token: (.*)$/im.exec(head)?.[1] ?? '';
      const filled = lines.map((line) =>
        line.replaceAll('TOKEN', token).replaceAll('OTHER', `http://127.0.0.1:${other.address().port}`),
      );
      if (filled.length > 0) write(socket, filled, ends);
      else socket.resetAndDestroy();
    }),
  );
  for (const each of [other, server]) await new Promise((resolve) => each.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => Promise.all([other, server].map((each) => new Promise((resolve) => each.close(resolve)))),
  };
}

/** Calls back with the head of the request, once its body is there too. */
function onRequest(socket, answer) {
  let text = '';
  socket.setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += chunk;
    const [head, body] = text.split(/\r\n\r\n(.*)/s);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    if (body === undefined || body.length < length) return;
    socket.removeAllListeners('data');
    answer(head);
  });
}

/** The lines up to the empty one are the head. What `ends` is not `'whole'` is cut off. */
function write(socket, [status, ...rest], ends = 'whole') {
  socket.write([status, ...crossOrigin, ...rest].join('\r\n'), () =>
    ends === 'whole' ? socket.end() : socket.resetAndDestroy(),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { address } = await startAwkwardServer();
  console.log(address);
}
