/** Which form data is supported: an object that names its fields, each of which reads as one value and is no file. */
import type { Node, Place, Reader, Refuse } from './reader.ts';
import { whyNotText } from './schemas.ts';

/** Refuses what the fields of a form cannot be. */
export function checkFields(reader: Reader, { at, node }: Place, refuse: Refuse): void {
  if (Object.keys((node['encoding'] as object | undefined) ?? {}).length > 0)
    refuse(`${at}/encoding`, 'is not supported');
  const schema = reader.place(node['schema'], `${at}/schema`);
  if (!schema) return;
  const { properties } = schema.node;
  const composed = ['allOf', 'anyOf', 'oneOf'].find((keyword) => keyword in schema.node);
  if (composed !== undefined)
    refuse(`${schema.at}/${composed}`, 'is not supported in form data: name the fields as properties');
  for (const [name, written] of Object.entries((properties as Node | undefined) ?? {})) {
    const field = `${schema.at}/properties/${name}`;
    const why = whyNotText(reader, written, field);
    if (why !== undefined) refuse(field, why);
    else if (isFile(reader.place(written, field)?.node)) refuse(field, 'is a file, which is not supported');
  }
}

function isFile(schema: Node | undefined): boolean {
  return (
    schema !== undefined &&
    (schema['format'] === 'binary' || 'contentMediaType' in schema || 'contentEncoding' in schema)
  );
}
