/** Answers one request for a file of the site. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SiteFiles } from './site-files.ts';

const plain = 'text/plain; charset=utf-8';

/** GET and HEAD of the site's files; 404 for any other path, 405 for any other method. */
export function answer(files: SiteFiles, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  // What the page's own policy cannot say, since it stands in a meta element.
  response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    send(request, response, 405, plain, 'This site answers GET and HEAD alone.\n');
    return;
  }
  const [path = ''] = (request.url ?? '').split('?');
  const file = files.get(path);
  if (!file) {
    send(request, response, 404, plain, 'The site has no such file. Its page is at /.\n');
    return;
  }
  // A rebuilt site is seen at the next visit.
  response.setHeader('Cache-Control', 'no-cache');
  send(request, response, 200, file.type, file.body);
}

function send(request: IncomingMessage, response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
