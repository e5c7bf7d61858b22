/** Reads the body of an answer within a bound, so that neither an endless nor a compressed one fills the memory. */
import type { TransportAnswer, TransportBody } from './transport.ts';

const utf8 = new TextDecoder();

/** The text, without a byte order mark; undefined for one of more than `maxBytes` bytes, of which the rest is not read. */
export function readBody(answer: TransportAnswer, maxBytes: number): string | Promise<string | undefined> {
  const { body, length } = answer;
  if (body === null) return '';
  if (body && (length === undefined || length > maxBytes)) return readStream(body, maxBytes);
  // As long as it says, or in memory already.
  return answer.text().then((text) => (text.length <= maxBytes ? text : undefined));
}

async function readStream(body: TransportBody, maxBytes: number): Promise<string | undefined> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) {
    bytes += next.value.byteLength;
    if (bytes > maxBytes) {
      // Nobody waits for it, and what it fails with says no more.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(next.value);
  }
  return utf8.decode(chunks.length === 1 ? chunks[0] : joined(chunks, bytes));
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.byteLength;
  }
  return whole;
}
