/** Bodies judged by the bundled document itself, and the files that hold such bodies. */
import { globSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { withChosenAlternatives } from '../../packages/contract/src/alternatives.ts';
import { type Json, specFolder } from './contract.ts';

/**
 * A body in a file of rejects/ or accepts/: its first line names the schema, and for a refusal keyword and place.
 * A file is JSON below its first line where YAML cannot write the body (half a character).
 */
export interface Sample {
  readonly file: string;
  readonly schema: string;
  readonly fault: string | undefined;
  readonly body: Json;
}

const firstLine = /^(?:#|\/\/) (?<schema>\w+): (?:(?<fault>[\w+]+ at \/\S*)\. )?\S.+\.$/;

/** Judges a value by the name of its schema, or by a longer place such as `parameters/TaskId/schema`: for each place at fault `keyword at /place`, or `keyword+keyword at /place`. */
export type Judge = (schema: string, body: Json) => string[];

export function judgeBy(bundle: Json): Judge {
  // Not strict: a document of OpenAPI holds more than schemas, and marks of its own.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // As everything that serves the contract judges it.
  ajv.addSchema(withChosenAlternatives(bundle as object), 'contract');
  return (schema, body) => {
    const place = schema.includes('/') ? schema : `schemas/${schema}`;
    const validate = ajv.getSchema(`contract#/components/${place}`);
    if (!validate) throw new Error(`The contract has no schema ${schema}.`);
    if (validate(body)) return [];
    const keywords = new Map<string, Set<string>>();
    for (const error of validate.errors ?? []) {
      if (error.keyword === 'if') continue;
      const fault = placeOf(error);
      keywords.set(fault, (keywords.get(fault) ?? new Set()).add(error.keyword));
    }
    return [...keywords].map(([fault, failing]) => `${[...failing].join('+')} at ${fault}`);
  };
}

export function readSamples(folder: 'rejects' | 'accepts'): Sample[] {
  const cwd = `${specFolder}test/${folder}/`;
  return globSync('*.{yaml,json}', { cwd })
    .sort()
    .map((file) => sample(file, readFileSync(cwd + file, 'utf8')));
}

/** Samples that a document judges in another way than they say. */
export function sampleFaults(bundle: Json): string[] {
  const judge = judgeBy(bundle);
  return [...readSamples('rejects'), ...readSamples('accepts')].flatMap(({ file, schema, fault, body }) => {
    const found = judge(schema, body).join(', ');
    return found === (fault ?? '') ? [] : [`${file} is ${found === '' ? 'taken' : `refused for ${found}`}`];
  });
}

/** Reads a sample; throws where the first line does not say what to expect. */
export function sample(file: string, text: string): Sample {
  const [line = ''] = text.split('\n', 1);
  const groups = firstLine.exec(line)?.groups;
  if (!groups)
    throw new Error(`${file}: the first line must read "# Schema: keyword at /place. Reason." and reads "${line}".`);
  return {
    file: file.replace(/\.\w+$/, ''),
    schema: groups['schema']!,
    fault: groups['fault'],
    body: (file.endsWith('.json') ? JSON.parse(text.slice(line.length)) : parse(text)) as Json,
  };
}

/** An unknown or missing property is told by its own place, not by that of the object around it. */
function placeOf({ instancePath, params }: ErrorObject): string {
  const property = params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['missingProperty'];
  return property === undefined ? instancePath || '/' : `${instancePath}/${property}`;
}
