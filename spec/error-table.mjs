// Redocly plugin: what the bundled document says of all failures, made from errors.yaml: their table at the end of the description, and
// their names as the values of the header that holds one.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const errors = parse(readFileSync(new URL('errors.yaml', import.meta.url), 'utf8'));

const rows = Object.entries(errors).map(([name, { summary, value, ...rest }]) =>
  [rest['x-status'], `\`${value.error_code}\``, `\`${name}\`: ${summary}`, rest['x-cause'], rest['x-remedy']].join(
    ' | ',
  ),
);
const names = {
  enum: Object.keys(errors),
  'x-enumDescriptions': Object.fromEntries(Object.entries(errors).map(([name, { summary }]) => [name, summary])),
};

export default function errorTable() {
  return {
    id: 'roma-fdi',
    decorators: {
      oas3: {
        'error-table': () => ({
          Info: {
            leave(info) {
              info.description += `\n## Errors\n\n| Status | Code | Name and meaning | Cause | What to do |\n| --- | --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
            },
          },
          Header: {
            leave(header, { location }) {
              if (location.source.absoluteRef.endsWith('/XFailure.yaml')) Object.assign(header.schema, names);
            },
          },
        }),
      },
    },
  };
}
