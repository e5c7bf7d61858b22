/** Makes the contract's `x-origin: roma-fdi` marks readable where they stand: Redoc shows extensions as bare fields. */
import type { Contract } from './contract.ts';

/** Values, in which a property of the name `x-origin` would be data and no mark. */
const values = new Set(['example', 'examples', 'default', 'const', 'enum']);

/** The same contract in which every marked description ends with the mark and, where there is one, its note. */
export function withOriginMarks(contract: Contract): Contract {
  const marked = structuredClone(contract);
  mark(marked);
  return marked;
}

function mark(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  const place = node as Record<string, unknown>;
  if (place['x-origin'] === 'roma-fdi') {
    const note = place['x-origin-note'] ?? 'This rule is not stated by the vendor.';
    place['description'] = `${place['description'] ?? ''}\n\n\`x-origin: roma-fdi\` ${note}`.trim();
  }
  for (const [key, child] of Object.entries(place)) {
    // The keys of `properties` are names of the wire, not keywords.
    if (key === 'properties') Object.values(child as object).forEach(mark);
    else if (!values.has(key)) mark(child);
  }
}
