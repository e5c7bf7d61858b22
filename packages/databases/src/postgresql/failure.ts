/** What the driver and the server report, as our error. */
import { CatalogError, tooSlow } from '../catalog-error.ts';

/**
 * The kind by SQLSTATE, by errno, or by what happened to the connection. The driver's text stays in `cause`.
 * @param subject what messages call the database, ready to begin a sentence: `The database "shop" on "db.example"`
 */
export function failureOf(error: unknown, subject: string): CatalogError {
  if (error instanceof CatalogError) return error;
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown };
  if (syscall === 'connect') return new CatalogError('unreachable', `${subject} could not be reached.`, error);
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && syscall === undefined)
    return byState(code, error, subject);
  if (typeof code === 'string' || String(message).startsWith('Connection terminated')) {
    return new CatalogError('unreachable', `${subject} ended the connection before everything was read.`, error);
  }
  // The driver's own word for a login that it does not go on with: no password, or a server that cannot prove it knows it.
  if (String(message).startsWith('SASL'))
    return new CatalogError(
      'refused',
      `${subject} did not go through with the login: it needs a password, and must prove that it knows it.`,
      error,
    );
  return new CatalogError('not-a-database', `${subject} did not answer as PostgreSQL does.`, error);
}

function byState(state: string, cause: unknown, subject: string): CatalogError {
  switch (state) {
    case '28P01':
      return new CatalogError('refused', `${subject} refused the user name or the password.`, cause);
    case '28000':
      return new CatalogError(
        'refused',
        `${subject} does not let this user in from here: the user may be unknown, may not log in, or only encrypted connections may be accepted.`,
        cause,
      );
    case '3D000':
      return new CatalogError('missing', `${subject} does not exist.`, cause);
    case '42501':
      return new CatalogError(
        'refused',
        `${subject} does not allow this user to connect or to read the catalog.`,
        cause,
      );
    case '57014':
      return tooSlow(subject, cause);
    default:
      return byClass(state.slice(0, 2), cause, subject);
  }
}

function byClass(stateClass: string, cause: unknown, subject: string): CatalogError {
  switch (stateClass) {
    case '28':
      return new CatalogError('refused', `${subject} refused the user name or the password.`, cause);
    // Connection trouble, no resources, an operator at work: 08, 53, 57.
    case '08':
    case '53':
    case '57':
      return new CatalogError('unreachable', `${subject} takes no connections at the moment.`, cause);
    default:
      return new CatalogError('unreadable', `${subject} failed while its catalog was read.`, cause);
  }
}
