/** SQLite files, as the host sees them. */
import { basename } from 'node:path';
import { quoted } from '../catalog-error.ts';
import type { Database } from '../database.ts';

export const sqlite = {
  dialect: 'sqlite',
  kind: 'file',
  needed: ['database_name'],
  schemes: [],
  connectionOptions: {},
  refusal: () => undefined,
  target: (settings) => ({ file: String(settings['database_name']) }),
  subject: (_, place) => quoted('path' in place ? basename(place.path) : ''),
  load: () => import('./read.ts'),
} as const satisfies Database;
