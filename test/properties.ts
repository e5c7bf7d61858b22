/** How often properties are tried: in CI as often as they ask for, else a fourth of it; and the texts that they share. */
import fc from 'fast-check';

/** Whether all is asked for. */
export const inCi = process.env['ROMA_FDI_REQUIRE'] !== undefined;
/** What fast-check does by itself. */
const usual = 100;

/** Tries of a property that asks for so many. */
export const tries = (asked: number): number => (inCi ? asked : Math.ceil(asked / 4));

fc.configureGlobal({ numRuns: tries(usual) });

/** Halves of pairs, which no text holds alone. */
const halves = { first: 0xd800, count: 0x800 } as const;

/** A character of any text: the unit `binary` of fast-check, which takes 0.7 s in each process to make a table of them all. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - halves.count })
  .map((at) => String.fromCodePoint(at < halves.first ? at : at + halves.count), placeOf);

/** @throws for what is no such character */
function placeOf(value: unknown): number {
  const [character, more] = typeof value === 'string' ? value : '';
  const point = more === undefined ? character?.codePointAt(0) : undefined;
  if (point === undefined || (point >= halves.first && point < halves.first + halves.count))
    throw new Error('That is not one character.');
  return point < halves.first ? point : point - halves.count;
}
