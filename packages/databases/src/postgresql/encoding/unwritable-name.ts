/** Names that the server cannot write in UTF-8, such as those of a database in SQL_ASCII that somebody wrote in Latin-1. */
import { type Asking, text } from '../../rows.ts';
import { notUtf8, unwritableName } from '../../utf-8.ts';
import { namesWithBytesQuery } from '../queries.ts';

/** What the server says then: CHARACTER NOT IN REPERTOIRE and UNTRANSLATABLE CHARACTER. */
const states = ['22021', '22P05'];

/** The bytes that a server complains about, in hexadecimal; undefined for other failures. They stand in the message in every language. */
export function unwritableBytes(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (!states.includes(String(code))) return undefined;
  const [bytes] = /0x[0-9a-f]{2}(?: 0x[0-9a-f]{2})*/.exec(String(message)) ?? [];
  return bytes?.replaceAll(/0x| /g, '');
}

/** The error that says which name it is; `cause` where none is found, since it was dropped meanwhile. */
export async function findUnwritableName(session: Asking, bytes: string, subject: string, cause: unknown) {
  const found: { kind: string; name: Buffer }[] = [];
  await session.each(namesWithBytesQuery(bytes), (row) => {
    found.push({ kind: text(row, 0), name: Buffer.from(text(row, 1), 'hex') });
  });
  // The bytes may also stand in the middle of a character of another name.
  const named = found.find(({ name }) => notUtf8(name)) ?? found[0];
  return named ? unwritableName(subject, named.kind, named.name, cause) : cause;
}
