/** The operations of the contract with the examples that stand under each of them, and where each example is stored. */
import { posix } from 'node:path';
import { at, type Contract, entries, items, type Json, withText } from './contract.ts';

export interface Example {
  /** The name under which it stands in `examples`; `example` where there is a single one without a name. */
  readonly key: string;
  /** The file, and in it the entry, that stores it: `examples/story.yaml#/task-id`. */
  readonly source: string;
  readonly value: Json;
  /** The whole Example Object, with the facts of a failure beside its value. */
  readonly stored: Json;
}

export interface Answer {
  readonly status: string;
  readonly hasBody: boolean;
  /** The files of its headers. */
  readonly headers: readonly string[];
  readonly examples: readonly Example[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly examples: readonly Example[];
}

export interface Operation {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  /** Undefined where the operation takes no body. */
  readonly bodies: readonly Example[] | undefined;
  /** Name of the schema of its body. */
  readonly bodySchema: string | undefined;
  readonly answers: readonly Answer[];
}

/** A value of the contract together with the file that it stands in, which its references start from. */
interface Placed {
  readonly path: string;
  readonly value: Json | undefined;
}

export function operations(contract: Contract): Operation[] {
  const root: Placed = { path: 'openapi.yaml', value: contract.get('openapi.yaml')?.value };
  return children(contract, root, 'paths').flatMap(([, item]) =>
    entries(item.value).map(([method]) => operation(contract, child(contract, item, method))),
  );
}

/** The operations of a copy in which one piece of text of one file is another. */
export function retold(contract: Contract, path: string, from: string, to: string): Operation[] {
  return operations(withText(contract, path, from, to));
}

/** Every example of an operation: bodies, answers, then parameters. */
export function allExamples({ bodies = [], answers, parameters }: Operation): Example[] {
  return [...bodies, ...answers.flatMap((a) => a.examples), ...parameters.flatMap((p) => p.examples)];
}

export function isFailure(answer: Answer): boolean {
  return Number(answer.status) >= 400;
}

function operation(contract: Contract, here: Placed): Operation {
  const body = here.value && at(here.value, 'requestBody') && child(contract, here, 'requestBody');
  return {
    id: String(at(here.value, 'operationId')),
    parameters: items(at(here.value, 'parameters')).map((value) => {
      const parameter = follow(contract, { path: here.path, value });
      return {
        name: String(at(parameter.value, 'name')),
        in: String(at(parameter.value, 'in')),
        examples: examplesOf(contract, parameter),
      };
    }),
    bodies: body ? mediaExamples(contract, body) : undefined,
    bodySchema: body ? entries(at(body.value, 'content')).map(([, media]) => schemaName(media))[0] : undefined,
    answers: children(contract, here, 'responses').map(([status, answer]) => ({
      status,
      hasBody: at(answer.value, 'content') !== undefined,
      headers: children(contract, answer, 'headers').map(([, header]) => header.path),
      examples: mediaExamples(contract, answer),
    })),
  };
}

function schemaName(media: Json): string {
  return posix.basename(String(at(media, 'schema', '$ref')), '.yaml');
}

function mediaExamples(contract: Contract, here: Placed): Example[] {
  return children(contract, here, 'content').flatMap(([, media]) => examplesOf(contract, media));
}

function examplesOf(contract: Contract, here: Placed): Example[] {
  const single = at(here.value, 'example');
  if (single !== undefined) return [{ key: 'example', source: here.path, value: single, stored: single }];
  return entries(at(here.value, 'examples')).map(([key, entry]) => {
    const ref = at(entry, '$ref');
    const stored = follow(contract, { path: here.path, value: entry }).value ?? null;
    const source = typeof ref === 'string' ? posix.join(posix.dirname(here.path), ref) : here.path;
    return { key, source, stored, value: at(stored, 'value') ?? null };
  });
}

function children(contract: Contract, here: Placed, key: string): [string, Placed][] {
  return entries(at(here.value, key)).map(([name, value]) => [name, follow(contract, { path: here.path, value })]);
}

function child(contract: Contract, here: Placed, key: string): Placed {
  return follow(contract, { path: here.path, value: at(here.value, key) });
}

function follow(contract: Contract, here: Placed): Placed {
  const ref = at(here.value, '$ref');
  if (typeof ref !== 'string') return here;
  const [file, pointer = ''] = ref.split('#');
  const path = posix.join(posix.dirname(here.path), file!);
  const place = pointer.split('/').filter(Boolean);
  return follow(contract, { path, value: at(contract.get(path)?.value, ...place) });
}
