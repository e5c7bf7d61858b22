/** PostgreSQL databases at addresses that the operator allowed. */
import { readPostgresCatalog } from '@roma-fdi/catalog';
import type { Dial } from './dial.ts';
import { type Engine, missing } from './engine.ts';
import { SourceError } from './source-error.ts';

const needed = ['host', 'port', 'database_name', 'user_name', 'password'] as const;

export function postgresqlEngine(dial: Dial): Engine {
  return {
    async refusal(settings) {
      if (settings['mode'] !== undefined && settings['mode'] !== 'default') {
        return { parameter: 'content.mode', why: 'this server takes POSTGRESQL in mode default alone.' };
      }
      return missing(settings, needed, 'POSTGRESQL');
    },
    async read(settings, limits) {
      const [host = '', port = '', database = '', user = '', password = ''] = needed.map((name) =>
        String(settings[name]),
      );
      let notAllowed: SourceError | undefined;
      try {
        return await readPostgresCatalog({
          host,
          database,
          user,
          password,
          ...limits,
          ...(settings['ssl'] === true ? { tls: {} } : {}),
          connect: async (signal) => {
            try {
              return await dial({ host, port: Number(port) }, signal);
            } catch (error) {
              if (error instanceof SourceError) notAllowed = error;
              throw error;
            }
          },
        });
      } catch (error) {
        throw notAllowed ?? error;
      }
    },
  };
}
