/** The parts of the bundled contract that the site's build reads or changes; everything else passes through untouched. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { operations } from '@roma-fdi/types';

export type OperationId = keyof operations;

export interface Reference {
  $ref: string;
}

export interface Example {
  value: unknown;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema?: { description?: string };
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export interface Operation {
  operationId: OperationId;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Record<string, { examples?: Record<string, Example | Reference> }> };
  'x-codeSamples'?: CodeSample[];
}

export interface Contract {
  info: { title: string; summary: string; description: string };
  servers: { url: string; variables?: Record<string, { default: string }> }[];
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> };
}

/** Where the contract's bundle is, in both forms that the site offers for download. */
export const bundles = {
  'openapi.json': fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.json')),
  'openapi.yaml': fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml')),
};

export async function readContract(): Promise<Contract> {
  return JSON.parse(await readFile(bundles['openapi.json'], 'utf8'));
}

/** What a `$ref` into the same document points at, or the object itself where it is none. */
export function resolve<T extends object>(contract: Contract, node: T | Reference): T {
  if (!('$ref' in node)) return node;
  let target: unknown = contract;
  for (const key of node.$ref.replace('#/', '').split('/')) target = (target as Record<string, unknown>)?.[key];
  if (!target) throw new Error(`The contract has nothing at ${node.$ref}.`);
  return target as T;
}
