/** Names the contract's failure for whatever was thrown: ours, the framework's, or an unforeseen one, of which nothing is told. */
import { Failure, type FailureName } from '@roma-fdi/contract';
import { malformedPath, tooLarge } from '@roma-fdi/contract/http';
import { StoreError, type StoreErrorKind } from '../store/store-error.ts';

const ofFramework: Readonly<Record<string, readonly [FailureName, string?]>> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BadRequest', 'Bad request: the body is not as long as Content-Length says.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['UnsupportedMediaType'],
  FST_ERR_CTP_INVALID_TYPE: ['UnsupportedMediaType'],
  FST_ERR_MAX_PARAM_LENGTH: ['UriTooLong'],
};

const away = 'The service cannot reach its store; nothing was changed. Try again in a moment.';

const ofStore: Readonly<Partial<Record<StoreErrorKind, readonly [FailureName, string?]>>> = {
  unavailable: ['Unavailable', away],
  lost: ['Unavailable', away],
  closed: ['Unavailable', away],
  busy: ['Unavailable', 'The service has too much to do; nothing was changed. Try again in a moment.'],
  // No 503, since callers take it for a promise that nothing was changed.
  unanswered: [
    'InternalError',
    'The service did not finish in the time allowed. What the request asked for may have been done: look before you repeat it.',
  ],
};

/** @param maxBodyBytes what the operation takes */
export function failureOf(error: unknown, maxBodyBytes: number): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof StoreError) {
    const [name, message] = ofStore[error.kind] ?? ['InternalError'];
    return new Failure(name, message, { cause: error });
  }
  const code = (error as { code?: string } | undefined)?.code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(maxBodyBytes);
  if (code === 'FST_ERR_BAD_URL') return malformedPath();
  const [name, message] = ofFramework[code] ?? ['InternalError'];
  return new Failure(name, message, { cause: error });
}
