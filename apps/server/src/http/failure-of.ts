/** Names the contract's failure for whatever was thrown: ours, the framework's, or an unforeseen one, of which nothing is told. */
import { Failure, type FailureName } from '@roma-fdi/contract';
import { malformedPath, tooLarge } from '@roma-fdi/contract/http';
import { StoreError } from '../store/store-error.ts';

const ofFramework: Readonly<Record<string, readonly [FailureName, string?]>> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BadRequest', 'Bad request: the body is not as long as Content-Length says.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['UnsupportedMediaType'],
  FST_ERR_CTP_INVALID_TYPE: ['UnsupportedMediaType'],
  FST_ERR_MAX_PARAM_LENGTH: ['UriTooLong'],
};

/** @param maxBodyBytes what the operation takes */
export function failureOf(error: unknown, maxBodyBytes: number): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof StoreError && ['unavailable', 'lost', 'closed'].includes(error.kind)) {
    return new Failure(
      'Unavailable',
      'The service cannot reach its store; nothing was changed. Try again in a moment.',
      { cause: error },
    );
  }
  const code = (error as { code?: string } | undefined)?.code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(maxBodyBytes);
  if (code === 'FST_ERR_BAD_URL') return malformedPath();
  const [name, message] = ofFramework[code] ?? ['InternalError'];
  return new Failure(name, message, { cause: error });
}
