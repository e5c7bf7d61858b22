// Redocly plugin: what the bundled document has and nobody writes. `error-table` appends the table of all failures of errors.yaml to the
// description, and gives the header that holds a failure's name its values; `failure-codes` puts the code of a failure where an
// example names it, so that a code is written once; `discriminators` says in OpenAPI's own words what `x-told-apart-by` says, which the
// linter cannot judge examples with.
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

export default function plugin() {
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
        discriminators: () => ({ Schema: { leave: (schema, { resolve }) => addDiscriminator(schema, resolve) } }),
        'failure-codes': () => ({ Example: { leave: ({ value }) => nameCodes(value) } }),
      },
    },
  };
}

function nameCodes(value) {
  if (typeof value !== 'object' || value === null) return;
  const failure = errors[value.error_code];
  if (failure) value.error_code = failure.value.error_code;
  Object.values(value).forEach(nameCodes);
}

/** Of alternatives that all need the property, which value leads to which. */
function addDiscriminator(schema, resolve) {
  const propertyName = schema['x-told-apart-by'];
  if (propertyName === undefined) return;
  const branches = schema.oneOf.map((reference) => [reference.$ref, resolve(reference).node]);
  if (!branches.every(([, { required = [] }]) => required.includes(propertyName))) return;
  const mapping = branches.flatMap(([reference, { properties }]) => {
    const name = reference.replace(/^.*\/|\.yaml$/g, '');
    return properties[propertyName].enum.map((value) => [value, `#/components/schemas/${name}`]);
  });
  schema.discriminator = { propertyName, mapping: Object.fromEntries(mapping) };
}
