// Redocly plugin: appends the table of all errors to the description of the bundled document, made from errors.yaml.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const errors = parse(readFileSync(new URL('errors.yaml', import.meta.url), 'utf8'));

const rows = Object.values(errors).map(({ summary, value, ...rest }) =>
  [rest['x-status'], `\`${value.error_code}\``, summary, rest['x-cause'], rest['x-remedy']].join(' | '),
);

export default function errorTable() {
  return {
    id: 'roma-fdi',
    decorators: {
      oas3: {
        'error-table': () => ({
          Info: {
            leave(info) {
              info.description += `\n## Errors\n\n| Status | Code | Meaning | Cause | What to do |\n| --- | --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
            },
          },
        }),
      },
    },
  };
}
