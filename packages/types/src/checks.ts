/**
 * What the generated checks of answers are made of. They read leniently: a field that is null is removed, a list loses the entries that are
 * null, and what the contract does not name is passed over. Each throws a `Fault` for the first value that is not what is promised.
 */

/** An object or a list of an answer. */
export type Holder = Readonly<Record<string, unknown>> | readonly unknown[];

/** The first value of an answer that is not what the contract promises. */
export class Fault {
  /** What holds the value. */
  declare readonly holder: Holder;
  /** Its name or its index there. */
  declare readonly key: string | number;
  /** What should be there, such as `a string`. */
  declare readonly expected: string;

  constructor(holder: Holder, key: string | number, expected: string) {
    this.holder = holder;
    this.key = key;
    this.expected = expected;
  }
}

/** Looks at the value that the holder has under this key. One that is absent is a fault where it is needed. */
export type Check = (value: unknown, holder: Holder, key: string | number, isNeeded?: boolean) => void;

// Each is small enough for V8 to put it in place of its call: what is right costs a comparison.

export const string: Check = (value, holder, key, isNeeded) => {
  if (typeof value !== 'string') absent(value, holder, key, isNeeded, 'a string');
};

export const boolean: Check = (value, holder, key, isNeeded) => {
  if (typeof value !== 'boolean') absent(value, holder, key, isNeeded, 'true or false');
};

/** JSON.parse rounds what a double cannot hold without an error, up to infinity. */
export const integer: Check = (value, holder, key, isNeeded) => {
  if (!Number.isSafeInteger(value)) absent(value, holder, key, isNeeded, 'a whole number up to 2^53');
};

export const number: Check = (value, holder, key, isNeeded) => {
  if (!Number.isFinite(value)) absent(value, holder, key, isNeeded, 'a number');
};

/** Whether there is an object whose fields are to be looked at. */
export function object(
  value: unknown,
  holder: Holder,
  key: string | number,
  isNeeded?: boolean,
): value is Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
  absent(value, holder, key, isNeeded, 'an object');
  return false;
}

/** Looks at each entry of a list by `item`. */
export function list(value: unknown, holder: Holder, key: string | number, item: Check, isNeeded?: boolean): void {
  if (Array.isArray(value)) {
    if (value.includes(null)) dropNulls(value);
    for (let index = 0; index < value.length; index++) item(value[index], value, index, true);
  } else {
    absent(value, holder, key, isNeeded, 'an array');
  }
}

/** Passes over a value that may be absent and is, and removes null. */
function absent(
  value: unknown,
  holder: Holder,
  key: string | number,
  isNeeded: boolean | undefined,
  expected: string,
): void {
  if (isNeeded || (value !== undefined && value !== null)) throw new Fault(holder, key, expected);
  if (value === null) Reflect.deleteProperty(holder, key);
}

/** Moves what is kept to the front: a list may be longer than a call takes arguments. */
function dropNulls(values: unknown[]): void {
  let kept = 0;
  for (const value of values) if (value !== null) values[kept++] = value;
  values.length = kept;
}
