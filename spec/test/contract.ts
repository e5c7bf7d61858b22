/** The contract's hand-written files, and changed copies of them in memory for the negative controls. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ContractFile {
  readonly text: string;
  readonly value: Json;
}

/** Every file of the contract by its path below `spec/`, such as `schemas/MappingInfo.yaml`. */
export type Contract = ReadonlyMap<string, ContractFile>;

/** The folder `spec/`, with a slash at its end. */
export const specFolder: string = fileURLToPath(new URL('../', import.meta.url));

const pattern = '{openapi.yaml,errors.yaml,{paths,schemas,parameters,headers,responses,examples}/**/*.yaml}';

export function readContract(): Contract {
  const paths = globSync(pattern, { cwd: specFolder }).sort();
  return new Map(paths.map((path) => [path, contractFile(readFileSync(specFolder + path, 'utf8'))]));
}

/** The files that stand beside the contract and that nothing in it refers to: what is said about it, and calls that use it. */
export function readSideFiles(): Contract {
  const paths = globSync('{contradictions,sources,workflows/*}.yaml', { cwd: specFolder }).sort();
  return new Map(paths.map((path) => [path, contractFile(readFileSync(specFolder + path, 'utf8'))]));
}

/** The bundled document, as the build wrote it, here or in the folder of a copy. */
export function readBundle(folder: string = specFolder): Json {
  return JSON.parse(readFileSync(join(folder, 'dist/openapi.json'), 'utf8')) as Json;
}

/** A copy in which one file reads differently; an absent file is added. Throws where the change changes nothing. */
export function withChange(contract: Contract, path: string, change: (text: string) => string): Contract {
  const before = contract.get(path)?.text ?? '';
  const after = change(before);
  if (after === before) throw new Error(`The change leaves ${path} as it is: the control would control nothing.`);
  return new Map([...contract, [path, contractFile(after)]]);
}

/** A copy in which one piece of text of one file is another. */
export function withText(contract: Contract, path: string, from: string, to: string): Contract {
  return withChange(contract, path, (text) => text.replace(from, to));
}

/** What stands at a place of a document, or undefined where there is nothing. */
export function at(value: Json | undefined, ...place: (string | number)[]): Json | undefined {
  let here = value;
  for (const step of place) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Array.isArray(here) ? here[Number(step)] : here[step];
  }
  return here;
}

/** The properties of an object; none for anything else. */
export function entries(value: Json | undefined): [string, Json][] {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The part of a bundled schema in which its own properties stand: the bundle moves what stands beside an `allOf` into it. */
export function ownPart(schema: Json | undefined): Json | undefined {
  if (at(schema, 'properties') !== undefined) return schema;
  return items(at(schema, 'allOf')).find((part) => at(part, 'properties') !== undefined) ?? schema;
}

/** The items of a list; none for anything else. */
export function items(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Every property at any depth, with its value. */
export function* properties(value: Json | undefined): Generator<[string, Json]> {
  for (const [key, child] of entries(value)) {
    yield [key, child];
    yield* properties(child);
  }
  for (const child of items(value)) yield* properties(child);
}

function contractFile(text: string): ContractFile {
  return { text, value: parse(text, { merge: true, maxAliasCount: -1 }) as Json };
}
