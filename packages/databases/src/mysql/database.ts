/** MySQL and MariaDB servers, as the host sees them. */
import { databaseAtServer } from '../server.ts';

export const mysql = databaseAtServer('MYSQL', {
  dialect: 'mysql',
  schemes: ['mysql', 'mariadb'],
  connectionOptions: {
    host: 'host',
    port: 'port',
    user: 'user_name',
    password: 'password',
    database: 'database_name',
    'ssl-mode': 'verify',
    sslmode: 'verify',
    'ssl-ca': 'authorities',
    sslrootcert: 'authorities',
  },
  defaultPort: 3306,
  load: () => import('./read.ts'),
});
