/** Reads code and message from the body of a failed answer, in the contract's form or one that gateways are known to use. */
import type { ErrorRsp } from '@roma-fdi/types';

/** Code and message as far as the body has them. */
export interface ErrorBody {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** The contract's form first. The vendor's own SDKs look for the others too, and into nested objects. */
const forms: readonly (readonly [code: string, message: string])[] = [
  ['error_code', 'error_msg'] satisfies [keyof ErrorRsp, keyof ErrorRsp],
  ['errorCode', 'errorMsg'],
  ['code', 'message'],
];

const maximumDepth = 3;

/** Never throws: a body that is not JSON, or of another form, gives neither code nor message. */
export function readErrorBody(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    for (const form of forms) {
      const found = search(body, form, maximumDepth);
      if (found) return found;
    }
  } catch {
    // It is not JSON.
  }
  return {};
}

function search(value: unknown, form: readonly [string, string], depth: number): ErrorBody | undefined {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  const { [form[0]]: code, [form[1]]: message } = value as Record<string, unknown>;
  // A number is a status (`{ code: 400, reason: { error_code } }`), not a code.
  if (typeof code === 'string' || typeof message === 'string') {
    return { code: nonEmpty(code), message: nonEmpty(message) };
  }
  for (const child of Object.values(value)) {
    const found = search(child, form, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
