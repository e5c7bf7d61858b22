/** Small checks that an answer has the form which code relies on; each gives the first fault or nothing. */

/** Where an answer is not what it should be, and what should be there. */
export interface Fault {
  /** Place below the answer, such as `[0].task_id`; empty for the answer itself. */
  readonly at: string;
  /** What the contract promises there. */
  readonly expected: string;
}

/** A check of one value. */
export type Shape = (value: unknown) => Fault | undefined;

/** A string. */
export const text: Shape = (value) => (typeof value === 'string' ? undefined : { at: '', expected: 'a string' });

/** A whole number that JavaScript holds exactly. */
export const count: Shape = (value) =>
  Number.isSafeInteger(value) ? undefined : { at: '', expected: 'a whole number up to 2^53' };

/** Anything but a whole number that JSON.parse has rounded without a word, up to infinity. */
export const exact: Shape = (value) =>
  typeof value === 'number' && (Number.isInteger(value) || !Number.isFinite(value)) ? count(value) : undefined;

/** An array, each entry of this form. */
export const list =
  (item?: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return { at: '', expected: 'an array' };
    if (!item) return undefined;
    for (let index = 0; index < value.length; index++) {
      const fault = item(value[index]);
      if (fault) return { at: `[${index}]${fault.at}`, expected: fault.expected };
    }
    return undefined;
  };

type RequiredKey<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? never : Key }[keyof T];

/** An object of this type of the contract. A field that is absent is checked only where the contract requires it. */
export function object<T>(
  required: { readonly [Key in RequiredKey<T>]: Shape },
  optional: Partial<Record<keyof T, Shape>>,
): Shape {
  const checks = [...entries(required, true), ...entries(optional, false)];
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { at: '', expected: 'an object' };
    for (const [name, shape, needed] of checks) {
      const field = (value as Record<string, unknown>)[name];
      const fault = field === undefined && !needed ? undefined : shape(field);
      if (fault) return { at: `.${name}${fault.at}`, expected: fault.expected };
    }
    return undefined;
  };
}

function entries(shapes: object, needed: boolean): [string, Shape, boolean][] {
  return Object.entries(shapes).map(([name, shape]) => [name, shape, needed]);
}
