/** Reads form data, urlencoded or multipart, into an object of the values that its fields have. */
import { isUtf8 } from 'node:buffer';
import { pointerStep } from '../document.ts';
import { Failure } from '../failure.ts';
import { describeFaults, type Fault, faultMessage } from '../fault.ts';
import type { Body } from '../operations.ts';
import { typedEntries } from '../typed-parameters.ts';
import { essenceOf } from './announced-body.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
/** Node's parser needs time by the square of the parts; no form of the contract has nearly as many. */
const mostParts = 500;

/** The media types of form data. */
export const formTypes: readonly string[] = [urlencoded, multipart];

/** Whether a Content-Type is that of form data. */
export const isForm = (contentType = ''): boolean => formTypes.includes(essenceOf(contentType));

/** A field as it came: its text, or why it has none. */
type Sent = readonly [name: string, text: string | { readonly fault: 'encoding' | 'file' }];

/**
 * The fields by name. An empty field counts as absent: form data has no null, and a browser sends all fields of its form.
 *
 * @param contentType as it was sent, with its parameters
 * @throws {Failure} `InvalidParameters`, which names the field where there is one
 */
export async function readForm(
  { fields }: Pick<Body, 'fields'>,
  contentType: string,
  bytes: Buffer,
): Promise<Record<string, unknown>> {
  const isMultipart = essenceOf(contentType) === multipart;
  const texts = textsOf(isMultipart ? await readMultipart(contentType, bytes) : readUrlencoded(bytes));
  // An unknown one is kept, so that it is refused by name.
  const filled = [...texts].filter(([name, text]) => text !== '' || !fields.some((field) => field.name === name));
  return Object.fromEntries(typedEntries(Object.fromEntries(filled), fields));
}

function textsOf(sent: readonly Sent[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const faults: Fault[] = [];
  for (const [name, text] of sent) {
    const keyword = typeof text !== 'string' ? text.fault : texts.has(name) ? 'duplicate' : undefined;
    if (keyword) faults.push({ in: 'body', keyword, instancePath: `/${pointerStep(name)}`, params: {} });
    else texts.set(name, String(text));
  }
  const [first] = describeFaults(faults);
  if (first) throw new Failure('InvalidParameters', faultMessage(faults), { place: first.place });
  return texts;
}

/** Bytes beyond ASCII are taken for their escapes, so that one decoder judges both. */
function readUrlencoded(bytes: Buffer): Sent[] {
  const escaped = bytes
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
    .replaceAll('+', ' ');
  const pairs = escaped.split('&').filter((pair) => pair !== '');
  return pairs.map((pair) => {
    const mark = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = unescaped(pair.slice(0, mark));
    if (name === undefined) throw unreadable('the name of a field must be valid UTF-8, its percent escapes included');
    return [name, unescaped(pair.slice(mark + 1)) ?? { fault: 'encoding' }];
  });
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

async function readMultipart(contentType: string, bytes: Buffer): Promise<Sent[]> {
  const parts = bytes.toString('latin1').match(/^content-disposition:/gim)?.length ?? 0;
  if (parts > mostParts) throw unreadable(`it has more than ${mostParts} fields`);
  const form = await parsed(contentType, bytes);
  const isReadable = isUtf8(bytes);
  const sent = [...form].map(([name, value]): Sent => {
    if (typeof value !== 'string') return [name, { fault: 'file' }];
    // Node's parser puts this character where bytes are no UTF-8.
    return [name, isReadable || !value.includes('\ufffd') ? value : { fault: 'encoding' }];
  });
  if (isReadable || sent.some(([, text]) => typeof text !== 'string')) return sent;
  throw unreadable('it must be valid UTF-8');
}

async function parsed(contentType: string, bytes: Buffer): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch (cause) {
    throw unreadable(
      /;\s*boundary\s*=\s*"?[^\s";]/i.test(contentType)
        ? 'each part must begin with the boundary of the Content-Type and have a name, and the last boundary must end with --'
        : 'the Content-Type names no boundary',
      cause,
    );
  }
}

const unreadable = (why: string, cause?: unknown): Failure =>
  new Failure('InvalidParameters', `Invalid parameters. The body is not valid form data: ${why}.`, { cause });
