/** How the client's types differ from the contract's: an answer may hold values that are newer than this client. */

/**
 * An answer of the contract as it is read: enumerated values are the known ones or any other (`'AUTO' | (string & {})` keeps the
 * completion of an editor). Null has been taken out: a field that was null is absent.
 */
export type Answer<T> = [Exclude<T, undefined>] extends [string]
  ? string extends T
    ? T
    : T | (string & {})
  : [Exclude<T, undefined>] extends [number]
    ? number extends T
      ? T
      : T | (number & {})
    : T extends readonly (infer Item)[]
      ? Answer<Item>[]
      : T extends object
        ? { [Key in keyof T]: Answer<Exclude<T[Key], null>> }
        : T;
