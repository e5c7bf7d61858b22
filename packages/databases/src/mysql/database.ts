/** MySQL and MariaDB servers, as the host sees them. */
import { databaseAtServer } from '../server.ts';

export const mysql = databaseAtServer('MYSQL', {
  dialect: 'mysql',
  schemes: ['mysql', 'mariadb'],
  defaultPort: 3306,
  load: () => import('./read.ts'),
});
