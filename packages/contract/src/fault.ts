/** Turns the faults that a validator found into the one sentence that people read: the same in every server of the contract. */

/** A fault as Ajv reports it, and where in the request it was found. */
export interface Fault {
  in: 'path' | 'query' | 'header' | 'body';
  /**
   * JSON schema keyword that failed; besides `duplicate` for parameters and form fields, `file` and `encoding` for form fields, `empty`
   * for a body that must be so, `failure` for the header that names one.
   */
  keyword: string;
  /** JSON pointer to the value; for parameters and headers its first segment is the name. */
  instancePath: string;
  /** As Ajv has them; beside a `pattern` the `words` that the document has for it. */
  params: Readonly<Record<string, unknown>>;
  /** Ajv's own words, used for keywords that have none here. */
  message?: string | undefined;
}

export interface FaultDescription {
  /** For instance `Body property [auto_mapping]`. */
  place: string;
  /** For instance `must be a boolean`. */
  expected: string;
}

/** "Invalid parameters. Body property [auto_mapping] must be a boolean, and 2 more.": the first place, and how many others. */
export function faultMessage(faults: readonly Fault[]): string {
  const [first, ...others] = describeFaults(faults);
  if (!first) return 'Invalid parameters.';
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return `Invalid parameters. ${cut(`${first.place} ${first.expected}`, 440)}${more}.`;
}

/**
 * One description for each place, in an order of its own, so that validators that visit a schema differently agree: path,
 * query, headers, body; then by pointer. Of several faults at one place the most telling stands.
 */
export function describeFaults(faults: readonly Fault[]): FaultDescription[] {
  const byPlace = new Map<string, FaultDescription>();
  for (const fault of faults.map(locate).sort(compare)) {
    const place = placeOf(fault);
    if (!byPlace.has(place)) byPlace.set(place, { place, expected: expectation(fault) });
  }
  return [...byPlace.values()];
}

interface Located extends Fault {
  segments: string[];
}

const places = ['path', 'query', 'header', 'body'];
const typeWords: Record<string, string> = {
  boolean: 'a boolean',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  array: 'an array',
  null: 'null',
};

/** What was expected, by keyword; the order is that of telling, most telling first. */
const expectations: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => 'is required',
  additionalProperties: () => 'is not described',
  unevaluatedProperties: () => 'is not described',
  duplicate: () => 'must be given once',
  file: () => 'must be a text, not a file',
  encoding: () => 'must be valid UTF-8, its percent escapes included',
  empty: () => 'must be empty',
  type: ({ type }) => `must be ${typeNames(type)}`,
  enum: ({ allowedValues }) => `must be one of ${list(allowedValues).join(', ')}`,
  const: ({ allowedValue }) => `must be ${allowedValue}`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  minLength: ({ limit }) => `must have at least ${limit} characters`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  minItems: ({ limit }) => `must have at least ${limit} entries`,
  maxItems: ({ limit }) => `must have at most ${limit} entries`,
  pattern: ({ pattern, words }) => (words === undefined ? `must match ${pattern}` : `must be ${words}`),
  format: ({ format }) => `must be a valid ${format}`,
  not: () => 'has a value that is not allowed',
  failure: () => 'must name the failure that has this status and code',
};
const keywords = Object.keys(expectations);

function expectation({ keyword, params, message }: Fault): string {
  return expectations[keyword]?.(params) ?? (message ?? 'is not valid').replace('NOT', 'not');
}

/** A missing and an unknown property are faults of the property, not of the object that lacks or has it. */
function locate(fault: Fault): Located {
  const segments = fault.instancePath.split('/').slice(1).map(unescapePointer);
  const { missingProperty, additionalProperty, unevaluatedProperty } = fault.params;
  const property = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return { ...fault, segments: property === undefined ? segments : [...segments, String(property)] };
}

function placeOf({ in: where, segments }: Located): string {
  const name = cut(readable(segments.join('.')), 120);
  if (where === 'body') return segments.length === 0 ? 'The body' : `Body property [${name}]`;
  const kind = { path: 'Path parameter', query: 'Query parameter', header: 'Header' }[where];
  return `${kind} [${name}]`;
}

function compare(a: Located, b: Located): number {
  return places.indexOf(a.in) - places.indexOf(b.in) || comparePointers(a.segments, b.segments) || rank(a) - rank(b);
}

function comparePointers(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index] as string, b[index] as string];
    const numbers = /^\d+$/.test(left) && /^\d+$/.test(right) ? Number(left) - Number(right) : 0;
    if (numbers !== 0) return numbers;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

function rank({ keyword }: Fault): number {
  const index = keywords.indexOf(keyword);
  return index < 0 ? keywords.length : index;
}

/** Null is left out where it is one of several: "must be a boolean" is what a caller needs. */
function typeNames(type: unknown): string {
  const types = typeof type === 'string' ? type.split(',') : list(type);
  const named = types.length > 1 ? types.filter((name) => name !== 'null') : types;
  return named.map((name) => typeWords[String(name)] ?? name).join(' or ');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A name that a caller chose may hold control characters and halves of pairs. */
function readable(name: string): string {
  return name.replace(/\p{C}/gu, '\uFFFD');
}

/** Cuts by whole characters, so that no half of a pair is left. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
