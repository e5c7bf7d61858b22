/** Runs the examples of the README: what the matcher answers to a source, a target, and perhaps decisions. */

import { type CatalogMapping, type GivenPair, mapCatalogs, type Table } from '@roma-fdi/automap';
import type { Block } from '../../../../test/fenced-blocks.ts';
import { tablesOfSql } from './tables-of-sql.ts';

/** The answers by the places of the blocks that show them; each is to what stands above its block. */
export function answersOf(blocks: readonly Block[]): Map<number, CatalogMapping> {
  const answers = new Map<number, CatalogMapping>();
  let source: readonly Table[] = [];
  let target: readonly Table[] = [];
  let decisions = {};
  blocks.forEach(({ info, text }, at) => {
    if (info === 'sql source') {
      source = tablesOfSql(text);
      decisions = {};
    }
    if (info === 'sql target') target = tablesOfSql(text);
    if (info === 'json decisions') decisions = decisionsOf(text);
    if (info === 'text answer') answers.set(at, mapCatalogs({ tables: source }, { tables: target }, decisions));
  });
  return answers;
}

/** A file of decisions, which names tables by texts, as options. */
function decisionsOf(json: string): { readonly fixed: readonly GivenPair[] } {
  const { fixed } = JSON.parse(json) as {
    fixed: { source: string; target: string; columns: NonNullable<GivenPair['columns']> }[];
  };
  return { fixed: fixed.map((pair) => ({ ...pair, source: { name: pair.source }, target: { name: pair.target } })) };
}
