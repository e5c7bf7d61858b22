/** A process of its own that loads a client and makes its first call; sends the milliseconds of both. */
import type * as calls from '../../src/calls.ts';
import { body, place, token } from './init-call.ts';
import { packedFile, rawFetch } from './own-callers.ts';

const [which, folder = '', baseUrl = ''] = process.argv.slice(2);
const start = performance.now();
if (which === 'raw') {
  await rawFetch(baseUrl)();
} else {
  const { connect, installMultiTasks }: typeof calls = await import(packedFile(folder, '@roma-fdi/client/calls'));
  await installMultiTasks(connect({ baseUrl, ...place, credentials: token }), { body });
}
process.send?.(performance.now() - start);
process.disconnect?.();
