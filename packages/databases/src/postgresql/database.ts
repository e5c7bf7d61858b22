/** PostgreSQL servers, as the host sees them. */
import { databaseAtServer } from '../server.ts';

export const postgresql = databaseAtServer('POSTGRESQL', {
  dialect: 'postgres',
  schemes: ['postgres', 'postgresql'],
  connectionOptions: {
    host: 'host',
    port: 'port',
    user: 'user_name',
    password: 'password',
    dbname: 'database_name',
    sslmode: 'verify',
    sslrootcert: 'authorities',
  },
  defaultPort: 5432,
  load: () => import('./read.ts'),
});
