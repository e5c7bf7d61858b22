/** Which schemas are supported: those of JSON Schema 2020-12 whose references are JSON pointers into the document. */
import type { Node, Reader, Refuse } from './reader.ts';

const maps = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const lists = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const singles = [
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
];
/** They give a schema another name than its place. */
const unsupported = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor'];
const textTypes = new Set(['string', 'null']);
const typesOfText = new Set(['string', 'integer', 'number', 'boolean']);

/** Refuses what is not supported in a schema and in those below it. */
export function checkSchema(reader: Reader, schema: unknown, at: string, refuse: Refuse, seen = new Set()): void {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
  seen.add(schema);
  const node = schema as Node;
  for (const keyword of unsupported) if (keyword in node) refuse(`${at}/${keyword}`, 'is not supported');
  if (Array.isArray(node['items'])) refuse(`${at}/items`, 'is a list; in 3.1 that is prefixItems');
  if ('$ref' in node) {
    const target = reader.place({ $ref: node['$ref'] }, at);
    if (target) checkSchema(reader, target.node, target.at, refuse, seen);
  }
  for (const keyword of singles) checkSchema(reader, node[keyword], `${at}/${keyword}`, refuse, seen);
  for (const keyword of [...maps, ...lists])
    for (const [key, inner] of Object.entries((node[keyword] as object | undefined) ?? {}))
      checkSchema(reader, inner, `${at}/${keyword}/${key}`, refuse, seen);
}

/** Why text cannot be read as the schema says; undefined where it can. */
export function whyNotText(reader: Reader, written: unknown, at: string): string | undefined {
  const schema = reader.place(written, at)?.node;
  if (!schema) return undefined;
  const { type } = schema;
  if (Array.isArray(type) && !type.every((name) => textTypes.has(name)))
    return 'must have one type: string, integer, number or boolean';
  if (typeof type === 'string' && !typesOfText.has(type)) return `has the type ${type}, which is not supported there`;
  const composed = ['allOf', 'anyOf', 'oneOf', 'if', 'not'].find((keyword) => keyword in schema);
  if (type === undefined && composed !== undefined) return `must name its type beside ${composed}`;
  const values = [
    ...((schema['enum'] as unknown[] | undefined) ?? []),
    ...('const' in schema ? [schema['const']] : []),
  ];
  if (type === undefined && values.some((value) => typeof value !== 'string')) return 'must name its type';
  return undefined;
}
