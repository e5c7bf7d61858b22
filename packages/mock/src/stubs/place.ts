/** Where in a test something was called. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `file:line:column`, the file as seen from the folder of the process; `called` is the function whose caller is meant. */
export function placeOfCaller(called: (...args: never[]) => unknown): string {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, called);
  Error.stackTraceLimit = stackTraceLimit;
  const frame = holder.stack?.split('\n').at(-1) ?? '';
  const [, file, position] = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):(\d+:\d+)\)?$/.exec(frame) ?? [];
  if (file === undefined) return 'an unknown place';
  return `${relative('', file.startsWith('file://') ? fileURLToPath(file) : file)}:${position}`;
}
