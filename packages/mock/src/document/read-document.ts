/** Reads a document of somebody's own from a file, JSON or YAML. */
import { readFileSync } from 'node:fs';
import { UsageError } from '@roma-fdi/command-line';
import { parse } from 'yaml';

/** @throws {UsageError} that names the file, and where in it the text is neither */
export function readDocument(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code = 'an unknown error' } = cause as NodeJS.ErrnoException;
    throw new UsageError(`The document ${file} cannot be read: ${code}.`, { cause });
  }
  const document = parsed(text, file);
  if (typeof document !== 'object' || document === null)
    throw new UsageError(`The document ${file} is not an OpenAPI document: it holds no object.`);
  return document;
}

function parsed(text: string, file: string): unknown {
  try {
    return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text);
  } catch (cause) {
    const [why] = (cause as Error).message.split('\n');
    throw new UsageError(`The document ${file} is neither JSON nor YAML: ${why}`, { cause });
  }
}
