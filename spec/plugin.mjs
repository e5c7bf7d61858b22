// Redocly plugin: what the bundled document has and nobody writes.
//   error-table      appends the table of the failures of errors.yaml to the description, and gives the header that holds a failure's
//                    name its values
//   failure-codes    puts the code of a failure where an example names it, so that a code is written once
//   discriminators   says in OpenAPI's own words what `x-told-apart-by` says, which the linter cannot judge examples with
// and four forms that more tools understand (test/portable.test.ts):
//   whole-parts      what stands beside an `allOf` becomes one of its parts: some generators drop it where it is
//   open-filters     the example of a parameter that may be left out moves into its schema: some forms would send it unasked
//   shared-keys      a parameter of all paths has its example under every key that the other IDs have: examples of one key belong together
//   plain-patterns   a class that leaves out halves of surrogate pairs means the same with and without the flag `u`
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const errors = parse(readFileSync(new URL('errors.yaml', import.meta.url), 'utf8'));

// Those that the vendor lists and nobody has met would bury the others.
const rows = Object.entries(errors)
  .filter(([, failure]) => failure['x-raised'] !== 'unknown')
  .map(([name, { summary, value, ...rest }]) =>
    [rest['x-status'], `\`${value.error_code}\``, `\`${name}\`: ${summary}`, rest['x-cause'], rest['x-remedy']].join(
      ' | ',
    ),
  );
const table = `
## Errors

What the operations of this document answer. The vendor lists further codes, without saying where they come from: \`errors.yaml\`, which
comes with this document, has them too.

| Status | Code | Name and meaning | Cause | What to do |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`;
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
              info.description += table;
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
        'whole-parts': () => ({ Schema: { leave: joinParts } }),
        'open-filters': () => ({ Parameter: { enter: (parameter, { resolve }) => moveExamples(parameter, resolve) } }),
        'shared-keys': () => {
          const keys = new Set();
          const single = new Set();
          return {
            Parameter: {
              enter(parameter) {
                if (parameter.in !== 'path') return;
                if (parameter.example !== undefined) single.add(parameter);
                for (const key of Object.keys(parameter.examples ?? {})) keys.add(key);
              },
            },
            Root: {
              leave() {
                for (const parameter of single) {
                  const { example: value } = parameter;
                  delete parameter.example;
                  parameter.examples = Object.fromEntries([...keys].map((key) => [key, { value }]));
                }
              },
            },
          };
        },
        'plain-patterns': () => ({
          Root: {
            leave(root) {
              const words = Object.entries(root['x-pattern-words'] ?? {});
              root['x-pattern-words'] = Object.fromEntries(words.map(([pattern, text]) => [plain(pattern), text]));
            },
          },
          Schema: {
            leave(schema) {
              if (typeof schema.pattern === 'string') schema.pattern = plain(schema.pattern);
            },
          },
        }),
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
  const branches = schema.oneOf.map((reference) => [reference.$ref, own(resolve(reference).node)]);
  if (!branches.every(([, { required = [] }]) => required.includes(propertyName))) return;
  const mapping = branches.flatMap(([reference, { properties }]) => {
    const name = reference.replace(/^.*\/|\.yaml$/g, '');
    return properties[propertyName].enum.map((value) => [value, `#/components/schemas/${name}`]);
  });
  schema.discriminator = { propertyName, mapping: Object.fromEntries(mapping) };
}

/** What a schema states itself, wherever `whole-parts` has it by now. */
function own(schema) {
  return schema.properties ? schema : (schema.allOf?.findLast(({ properties }) => properties) ?? schema);
}

function joinParts(schema) {
  if (!schema.allOf || !schema.properties) return;
  const { type, required, properties } = schema;
  schema.allOf.push({ type, ...(required && { required }), properties });
  delete schema.type;
  delete schema.required;
  delete schema.properties;
}

/** Names stay beside it, since the answer of the same name belongs to the example. */
function moveExamples(parameter, resolve) {
  if (parameter.in !== 'query' || parameter.required) return;
  const { example, examples = {}, schema } = parameter;
  const named = Object.entries(examples).map(([name, entry]) => [name, { value: resolve(entry).node.value }]);
  parameter.schema = { ...schema, examples: example === undefined ? named.map(([, { value }]) => value) : [example] };
  if (named.length > 0) parameter['x-named-examples'] = Object.fromEntries(named);
  delete parameter.example;
  delete parameter.examples;
}

/** `[^…\ud800-\udfff]` matches a whole character under `u`, and nothing of one beyond the first 65,536 without. */
function plain(pattern) {
  return pattern.replace(
    /\[\^([^\]]*)\\ud800-\\udfff\]/g,
    (_, others) => `(?:[^${others.replaceAll('\\u00', '\\x')}\\ud800-\\udfff]|[\\ud800-\\udbff][\\udc00-\\udfff])`,
  );
}
