/** PostgreSQL servers, as the host sees them. */
import { databaseAtServer } from '../server.ts';

export const postgresql = databaseAtServer('POSTGRESQL', {
  dialect: 'postgres',
  schemes: ['postgres', 'postgresql'],
  defaultPort: 5432,
  load: () => import('./read.ts'),
});
