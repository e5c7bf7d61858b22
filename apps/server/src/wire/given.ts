/** Leaves out what is not known: an answer of the contract has no nulls. */
export function given<Facts extends Readonly<Record<string, string | null>>>(
  facts: Facts,
): { [Name in keyof Facts]?: NonNullable<Facts[Name]> } {
  const entries = Object.entries(facts).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [Name in keyof Facts]?: NonNullable<Facts[Name]> };
}
