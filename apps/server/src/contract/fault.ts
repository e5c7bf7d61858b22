/** Says in words for people how a value does not fit a schema. Never repeats the value: it may be a secret. */
import type { ErrorObject } from 'ajv';

export type Place = 'path' | 'query' | 'body';

export interface Fault {
  /** Where, for example `Body property [content.port]`. */
  readonly place: string;
  /** What the contract wants there, for example `must be a boolean`. */
  readonly expected: string;
}

/** One fault for each place, in the order in which the schema finds them. */
export function faultsOf(errors: readonly ErrorObject[], place: Place): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    const name = nameOf(error);
    if (!faults.has(name)) faults.set(name, { place: placeOf(place, name), expected: expectation(error) });
  }
  return [...faults.values()];
}

/** The first fault and how many more there are: `Body property [x] must be a boolean, and 2 more.` */
export function describe([first, ...more]: readonly Fault[]): string {
  if (!first) return '';
  return `${first.place} ${first.expected}${more.length > 0 ? `, and ${more.length} more` : ''}.`;
}

function placeOf(place: Place, name: string): string {
  if (place === 'path') return `Path parameter [${name}]`;
  if (place === 'query') return `Query parameter [${name}]`;
  return name === '' ? 'The body' : `Body property [${name}]`;
}

/** Dotted, with the property that is missing or too many behind its parent. */
function nameOf({ instancePath, params }: ErrorObject): string {
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const own = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (typeof own === 'string') parts.push(own);
  return readable(parts.join('.'));
}

/** A name that a caller chose can be long or hold control characters. */
function readable(name: string): string {
  const shown = name.toWellFormed().replace(/\p{C}/gu, '\uFFFD');
  return [...shown].length > 80 ? `${[...shown].slice(0, 80).join('')}...` : shown;
}

function expectation({ keyword, params, schema, message }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `must be ${[params['type']].flat().map(kind).join(' or ')}`;
    case 'required':
      return 'is required';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not a property of the contract';
    case 'enum':
      return `must be one of ${listed(schema as readonly unknown[])}`;
    case 'const':
      return `must be ${JSON.stringify(schema)}`;
    case 'not':
      return `must not be ${JSON.stringify((schema as { const?: unknown }).const)}`;
    case 'pattern':
      return `must match ${params['pattern']}`;
    case 'minLength':
      return `must have at least ${params['limit']} characters`;
    case 'maxLength':
      return `must have at most ${params['limit']} characters`;
    case 'minItems':
      return `must have at least ${params['limit']} entries`;
    case 'maxItems':
      return `must have at most ${params['limit']} entries`;
    case 'minimum':
      return `must be at least ${params['limit']}`;
    case 'maximum':
      return `must be at most ${params['limit']}`;
    case 'format':
      return `must be in the format ${params['format']}`;
    default:
      return message ?? 'does not fit the contract';
  }
}

const kinds: Readonly<Record<string, string>> = {
  boolean: 'a boolean',
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

const kind = (type: string): string => kinds[type] ?? type;

function listed(values: readonly unknown[]): string {
  const names = values.map(String);
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} others` : names.join(', ');
}
