/** Reads Prism's diagnostics back into the faults that its Ajv reported; Prism keeps their parameters only in its words. */
import type { Fault } from '@roma-fdi/types';

/** The part of a Prism diagnostic that matters here. */
export interface Diagnostic {
  message: string;
  code?: string | number;
  path?: (string | number)[];
}

/** A fault for each diagnostic that lies in a parameter, a header or the body. */
export function toFaults(diagnostics: readonly Diagnostic[]): Fault[] {
  return diagnostics.map(toFault);
}

function toFault({ message, code, path = [] }: Diagnostic): Fault {
  const [place = 'body', ...segments] = path.map(String);
  const keyword = String(code);
  return {
    in: place as Fault['in'],
    keyword,
    // Prism splits Ajv's pointer at its slashes and leaves its escapes as they are.
    instancePath: segments.map((segment) => `/${segment}`).join(''),
    params: paramsOf(keyword, message),
    message: message.slice(Math.max(message.search(/\bmust\b/), 0)),
  };
}

const PARAMETERS: Record<string, [RegExp, (value: string) => Record<string, unknown>]> = {
  required: [/required property '(.*)'$/s, (missingProperty) => ({ missingProperty })],
  additionalProperties: [/; found '(.*)'$/s, (additionalProperty) => ({ additionalProperty })],
  unevaluatedProperties: [/properties: '(.*)'$/s, (unevaluatedProperty) => ({ unevaluatedProperty })],
  type: [/must be (\S+)$/, (type) => ({ type })],
  enum: [/allowed values: (.*)$/s, (values) => ({ allowedValues: values.split(', ') })],
  pattern: [/must match pattern "(.*)"$/s, (pattern) => ({ pattern })],
  format: [/must match format "(.*)"$/s, (format) => ({ format })],
  minimum: [/must be >= (\S+)$/, (limit) => ({ limit })],
  maximum: [/must be <= (\S+)$/, (limit) => ({ limit })],
  minLength: [/fewer than (\d+) characters$/, (limit) => ({ limit })],
  maxLength: [/more than (\d+) characters$/, (limit) => ({ limit })],
  minItems: [/fewer than (\d+) items$/, (limit) => ({ limit })],
  maxItems: [/more than (\d+) items$/, (limit) => ({ limit })],
};

function paramsOf(keyword: string, message: string): Record<string, unknown> {
  const [pattern, read] = PARAMETERS[keyword] ?? [];
  const value = pattern && message.match(pattern)?.[1];
  return value !== undefined && read ? read(value) : {};
}
