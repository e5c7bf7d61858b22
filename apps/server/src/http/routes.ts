/** Tells a path that does not exist from one that does but not with this method. */
import type { Contract } from '../contract/document.ts';
import { Failure } from '../operations/failure.ts';

export function noSuchOperation({ operations }: Contract, url: string): Failure {
  const segments = segmentsOf(url);
  const methods = operations.filter(({ path }) => fits(path.split('/'), segments)).map((operation) => operation.method);
  if (methods.length === 0) return new Failure('NoSuchOperation');
  const allow = [...new Set(methods)].join(', ');
  return new Failure('MethodNotAllowed', `The path exists, but not with this method; it takes ${allow}.`, {
    headers: { allow },
  });
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index]))
  );
}

/** Decoded, and without the authority of the absolute form, as the router takes them. */
function segmentsOf(url: string): string[] {
  const [path = ''] = url.replace(/^https?:\/\/[^/?]+/i, '').split('?', 1);
  return path.split('/').map(decoded);
}

/** The router refuses a malformed escape by itself; where it does not look, such a path is one that does not exist. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
