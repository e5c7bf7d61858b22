/** MySQL and MariaDB servers, as the host sees them. */
import { quoted } from '../catalog-error.ts';
import type { Database } from '../database.ts';

export const mysql = {
  dialect: 'mysql',
  kind: 'server',
  needed: ['host', 'port', 'database_name', 'user_name', 'password'],
  schemes: ['mysql', 'mariadb'],
  defaultPort: 3306,
  refusal: ({ mode = 'default' }) =>
    mode === 'default'
      ? undefined
      : { parameter: 'content.mode', why: 'this server takes MYSQL in mode default alone.' },
  target: ({ host, port }) => ({ host: String(host), port: Number(port) }),
  subject: ({ host, database_name }) => `The database ${quoted(String(database_name))} on ${quoted(String(host))}`,
  load: () => import('./read.ts'),
} as const satisfies Database;
