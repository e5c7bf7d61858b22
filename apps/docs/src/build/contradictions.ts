/** The contradictions of spec/contradictions.yaml as the site shows them, each with the places of the reference that it is about. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Contract } from './contract.ts';
import { type ReferenceLink, referenceLinks } from './reference-links.ts';

export interface WrittenContradiction {
  readonly id: string;
  readonly says: string;
  readonly decided: string;
  readonly affects: string;
  readonly at: readonly string[];
}

export interface ShownContradiction {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly decided: string;
  readonly meetsCaller: boolean;
  readonly places: readonly (ReferenceLink & { readonly name: string })[];
}

const file = fileURLToPath(import.meta.resolve('@roma-fdi/spec/contradictions.yaml'));

/** As contradictions.yaml has them. */
export const writtenContradictions = (): readonly WrittenContradiction[] => parse(readFileSync(file, 'utf8'));

/** @throws {Error} which names the entry that is about nothing, or about what the contract does not have */
export function readContradictions(contract: Contract, written = writtenContradictions()): ShownContradiction[] {
  const find = referenceLinks(contract);
  return written.map(({ id, says, decided, affects, at = [] }) => {
    const refused = (why: string) => new Error(`The contradiction ${id} of spec/contradictions.yaml ${why}.`);
    if (affects !== 'caller' && affects !== 'nobody') throw refused(`affects ${affects}: it must be caller or nobody`);
    if (at.length === 0) throw refused('is about nothing: name an operation, a schema or a parameter under `at`');
    const places = at.map((name) => {
      const place = find(name);
      if (!place) throw refused(`is about ${name}, which the contract does not have`);
      return { ...place, name };
    });
    return { id, title: titleOf(id), says, decided, meetsCaller: affects === 'caller', places };
  });
}

/** `ids-under-two-names` is "IDs under two names". */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ').replaceAll(/\bid(s?)\b/g, 'ID$1');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
