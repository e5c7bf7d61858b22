import { Option } from 'commander';
import { UsageError } from './usage-error.ts';

/** What a whole number may be. */
export interface Range {
  readonly default?: number;
  /** Default: 0. */
  readonly least?: number;
  readonly most: number;
}

/** An option such as `--port <N>` that takes a whole number. */
export function wholeNumber(flags: string, description: string, { default: usual, least = 0, most }: Range): Option {
  const option = new Option(flags, description).default(usual);
  return option.argParser((text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new UsageError(`${option.long} must be a whole number from ${least} to ${most}, not "${text}".`);
  });
}

/** An option that may come several times; its value is the list of all. */
export function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser<readonly string[]>((text, before) => [...(before ?? []), text]);
}
