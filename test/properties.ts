/** How often properties are tried: in CI as often as they ask for, else a fourth of it. */
import fc from 'fast-check';

const inCi = process.env['ROMA_FDI_REQUIRE'] !== undefined;
/** What fast-check does by itself. */
const usual = 100;

/** Tries of a property that asks for so many. */
export const tries = (asked: number): number => (inCi ? asked : Math.ceil(asked / 4));

fc.configureGlobal({ numRuns: tries(usual) });
