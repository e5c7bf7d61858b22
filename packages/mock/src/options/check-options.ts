/** Refuses options that are unknown, or cannot work, by their names. */

/** What an option must be, where it is not; undefined where it is. */
export type Check = (value: unknown) => string | undefined;

export type Checks<Options> = { readonly [Name in keyof Required<Options>]: Check };

/**
 * @param owner the function that was given the options, as the caller writes it
 * @throws {TypeError} that names the first option that is unknown or cannot work
 */
export function checkOptions<Options extends object>(owner: string, options: Options, checks: Checks<Options>): void {
  if (typeof options !== 'object' || options === null) throw new TypeError(`${owner} takes its options as an object.`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name))
      throw new TypeError(`${owner} has no option \`${name}\`; it has ${Object.keys(checks).join(', ')}.`);
    if (value === undefined) continue;
    const must = checks[name as keyof Options](value);
    if (must !== undefined) throw new TypeError(`The option \`${name}\` of ${owner} must be ${must}.`);
  }
}

export const aBoolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');

export const aText: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'a text that is not empty';

export const anObject: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object';

export const wholeNumber =
  (unit: string, least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `${unit}, a whole number from ${least} to ${most}`;

export const origins: Check = (value) =>
  Array.isArray(value) &&
  value.every((one) => typeof one === 'string' && URL.canParse(one) && new URL(one).origin === one)
    ? undefined
    : 'a list of origins, such as http://localhost:5173';

/** Milliseconds that a timer can wait. */
export const longestTimer = 2 ** 31 - 1;
export const aPort = wholeNumber('a port', 0, 65_535);
export const aDeadline = wholeNumber('milliseconds', 1, longestTimer);
