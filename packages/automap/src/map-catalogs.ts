/** The matcher's front door: prepares both sides, matches them, and tells what was found in the caller's words. */

import { buildAnswer } from './answer/answer.ts';
import type { Table } from './catalog.ts';
import { checkInput } from './check-input.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import type { CatalogMapping } from './mapping.ts';
import { type Matching, matchSides } from './match.ts';
import { readWordLists } from './names/word-lists.ts';
import type { MapOptions } from './options.ts';
import { rangeOf } from './ranges.ts';
import { type Prepared, prepareSides } from './sides/prepare.ts';
import { tuning as fitted, type Tuning } from './tuning.ts';
import { synonyms as general } from './words/synonyms.ts';

/**
 * Proposes which source table and column goes to which target table and column: from names first, with types, lengths, keys
 * and references as evidence. No rows are read.
 *
 * Pure, synchronous and deterministic: the same tables give the same answer in the same order, in whatever order they
 * are passed. It never throws for any names; it blocks for seconds where there are ten thousand tables, so
 * a server runs it in a worker: see `@roma-fdi/automap/worker`.
 *
 * @throws TypeError where a catalog or an option has not its form; it names the place
 */
export function mapCatalogs<S extends Table, T extends Table>(
  source: { readonly tables: readonly S[] },
  target: { readonly tables: readonly T[] },
  options: MapOptions = {},
): CatalogMapping<S, T> {
  return mapCatalogsTuned(source, target, options, fitted);
}

/** The same with weights of one's own: for the benches, which measure what each is worth. */
export function mapCatalogsTuned<S extends Table, T extends Table>(
  source: { readonly tables: readonly S[] },
  target: { readonly tables: readonly T[] },
  options: MapOptions,
  tuning: Tuning,
): CatalogMapping<S, T> {
  const { prepared, decisions, matching } = matchCatalogs(source, target, options, tuning);
  const answer = buildAnswer(prepared, matching, decisions, options.strictness ?? 0, tuning);
  options.onProgress?.(1);
  return answer;
}

/** What the answer is made from: the benches read from it what confidences are fitted on. */
export function matchCatalogs<S extends Table, T extends Table>(
  source: { readonly tables: readonly S[] },
  target: { readonly tables: readonly T[] },
  options: MapOptions,
  tuning: Tuning,
): { readonly prepared: Prepared<S, T>; readonly decisions: Decisions; readonly matching: Matching } {
  checkInput(source, target, options);
  const progress = options.onProgress ?? (() => {});
  progress(0);
  const lists = readWordLists(options.synonyms ?? general);
  const prepared = prepareSides(
    { tables: source.tables, isInRange: rangeOf(options.sourceTables), nameOf: namingRule(options) },
    { tables: target.tables, isInRange: rangeOf(options.targetTables) },
    lists,
    tuning,
  );
  progress(0.2);
  const decisions = readDecisions(prepared.source, prepared.target, options);
  const matching = matchSides(prepared, {
    lists,
    decisions,
    exactNames: options.exactNames ?? false,
    tuning,
    progress: (done) => progress(0.2 + 0.7 * done),
  });
  return { prepared, decisions, matching };
}

/** The vendor's naming rule: what a source table is called on the target. */
function namingRule({ tablePrefix = '', tableSuffix = '' }: MapOptions): (table: Table) => string {
  return ({ name }) => `${tablePrefix}${name}${tableSuffix}`;
}
