/** The document as the site shows it: the parts that the build reads or changes; everything else passes through untouched. */
import { fileURLToPath } from 'node:url';
import { type OpenApiDocument, type OperationId, readContract, type Schema } from '@roma-fdi/contract';

interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema?: { description?: string };
  example?: unknown;
  examples?: Record<string, object>;
}

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export interface Operation {
  operationId: OperationId;
  tags: [string];
  description: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Record<string, { examples?: Record<string, unknown> }> };
  responses: OpenApiDocument['paths'][string][string]['responses'];
  'x-codeSamples'?: CodeSample[];
}

export interface Contract extends Pick<OpenApiDocument, 'openapi'> {
  info: { title: string; summary: string; description: string };
  servers: { url: string; variables?: Record<string, { default: string }> }[];
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter>; schemas: Record<string, Schema & { description?: string }> };
}

/** Where the contract's bundle is, in both forms that the site offers for download. */
export const bundles = {
  'openapi.json': fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.json')),
  'openapi.yaml': fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.yaml')),
};

export const contract = readContract().document as unknown as Contract;
