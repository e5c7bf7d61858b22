/** The rule of alternatives: the property that tells them apart has in each its own values, and together all that there are. */
import { at, entries, items, type Json, ownPart } from './contract.ts';

/** Values that lead to two alternatives, alternatives without any, and types of data sources that lead to none. */
export function alternativeFaults(bundle: Json): string[] {
  const schemas = at(bundle, 'components', 'schemas');
  const valuesOf = (schema: string, property: string) =>
    items(at(ownPart(at(schemas, schema)), 'properties', property, 'enum')).map(String);
  const alternatives = entries(schemas).flatMap(([name, schema]) => {
    const property = at(schema, 'x-told-apart-by');
    if (typeof property !== 'string') return [];
    return items(at(schema, 'oneOf')).map((part) => {
      const branch = String(at(part, '$ref')).split('/').at(-1)!;
      return { name, property, branch, values: valuesOf(branch, property) };
    });
  });
  const listed = new Set(alternatives.filter(({ name }) => name === 'DatasourceInfo').flatMap(({ values }) => values));
  const types = items(at(schemas, 'DatasourceType', 'enum')).map(String);
  return [
    ...alternatives
      .filter(({ values }) => values.length === 0)
      .map(({ name, branch }) => `${branch} says no value that chooses it in ${name}`),
    ...alternatives.flatMap(({ name, branch, values }, index) =>
      alternatives
        .slice(index + 1)
        .filter((other) => other.name === name)
        .flatMap((other) =>
          values
            .filter((value) => other.values.includes(value))
            .map((value) => `${name}: ${value} chooses ${branch} and ${other.branch}`),
        ),
    ),
    ...types.filter((type) => !listed.has(type)).map((type) => `DatasourceInfo: ${type} chooses nothing`),
  ];
}
