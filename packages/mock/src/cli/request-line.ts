/** The line that the command prints for a request. */
import type { FinishedRequest } from '../front/listener.ts';

const longestPath = 300;

/** For instance `GET /v2/.../tasks 200 3 ms listTasks`; what is not known is a dash. */
export function requestLine({ method, path, status, ms, operationId }: FinishedRequest): string {
  // A terminal obeys some characters.
  const shown = path.slice(0, longestPath).replace(/[^\x21-\x7e]/g, '?');
  return `${method} ${shown} ${status ?? '-'} ${Math.round(ms)} ms ${operationId ?? '-'}\n`;
}
