/** What the driver and the server report, as our error. */
import { CatalogError, tooSlow } from '../catalog-error.ts';

/**
 * The kind by the server's error number, by the driver's word, or by errno. The driver's text stays in `cause`.
 * @param subject what messages call the database, ready to begin a sentence: `The database "shop" on "db.example"`
 */
export function failureOf(error: unknown, subject: string): CatalogError {
  if (error instanceof CatalogError) return error;
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const found = typeof code === 'string' ? byCode[code] : undefined;
  if (found)
    return found === 'too-slow' ? tooSlow(subject, error) : new CatalogError(found[0], `${subject} ${found[1]}`, error);
  if (typeof code === 'string' && (/CERT|SSL|TLS|ALTNAME/.test(code) || code.startsWith('UNABLE_TO_')))
    return new CatalogError(
      'refused',
      `${subject} offers encryption, but its certificate or its version of TLS is not accepted here.`,
      error,
    );
  if (typeof code === 'string' && code.startsWith('ER_'))
    return new CatalogError('unreadable', `${subject} failed while its catalog was read.`, error);
  if (typeof errno === 'number' && typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return new CatalogError(
      'unreachable',
      `${subject} could not be reached, or ended the connection before everything was read.`,
      error,
    );
  return new CatalogError('not-a-database', `${subject} did not answer as MySQL does.`, error);
}

const letIn = [
  'refused',
  'does not let this user in from here: the user may be unknown, locked, or only encrypted connections may be accepted.',
] as const;
const busy = ['unreachable', 'takes no connections at the moment.'] as const;
const login = ['refused', 'refused the user name or the password.'] as const;
const rights = ['refused', 'does not allow this user to connect or to read the catalog.'] as const;
const lost = ['unreachable', 'ended the connection before everything was read.'] as const;

const byCode: Readonly<Record<string, readonly [CatalogError['kind'], string] | 'too-slow'>> = {
  ER_ACCESS_DENIED_ERROR: login,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: login,
  ER_DBACCESS_DENIED_ERROR: rights,
  ER_TABLEACCESS_DENIED_ERROR: rights,
  ER_BAD_DB_ERROR: ['missing', 'does not exist.'],
  ER_HOST_NOT_PRIVILEGED: letIn,
  ER_HOST_IS_BLOCKED: letIn,
  ER_ACCOUNT_HAS_BEEN_LOCKED: letIn,
  ER_SECURE_TRANSPORT_REQUIRED: letIn,
  ER_MUST_CHANGE_PASSWORD: letIn,
  ER_MUST_CHANGE_PASSWORD_LOGIN: letIn,
  ER_NOT_SUPPORTED_AUTH_MODE: ['refused', 'asks for a way to log in that is not spoken here.'],
  AUTH_SWITCH_PLUGIN_ERROR: ['refused', 'asks for a way to log in that is not spoken here.'],
  HANDSHAKE_NO_SSL_SUPPORT: ['refused', 'does not accept encrypted connections.'],
  HANDSHAKE_SSL_ERROR: [
    'refused',
    'offers encryption, but its certificate or its version of TLS is not accepted here.',
  ],
  ER_CON_COUNT_ERROR: busy,
  ER_TOO_MANY_USER_CONNECTIONS: busy,
  ER_USER_LIMIT_REACHED: busy,
  ER_SERVER_SHUTDOWN: busy,
  PROTOCOL_CONNECTION_LOST: lost,
  ER_QUERY_TIMEOUT: 'too-slow',
  ER_STATEMENT_TIMEOUT: 'too-slow',
  ER_QUERY_INTERRUPTED: 'too-slow',
  PROTOCOL_SEQUENCE_TIMEOUT: 'too-slow',
};
