/** The thread that matches two catalogs: it takes them in, matches them once, and answers with positions instead of names. */
import { parentPort } from 'node:worker_threads';
import { mapCatalogs } from '@roma-fdi/automap';
import type { CatalogTable } from '@roma-fdi/catalog';

/** JSON is quicker to write and to read than a structured clone. */
export type MatchQuestion =
  /** JSON of an array of tables, to be put behind those that came before. */
  { readonly side: 'source' | 'target'; readonly tables: string } | { readonly side: 'both' };

/** JSON of an array of pairs; `last` with the last of them. */
export interface MatchAnswer {
  readonly pairs: string;
  readonly last: boolean;
}

/** Positions of the two tables in their catalogs, the percentage, and the positions of the paired columns in their tables. */
export type MatchedPair = readonly [
  source: number,
  target: number,
  percent: number,
  columns: readonly (readonly [source: number, target: number])[],
];

/** Pairs in one message: small enough that taking it in never holds the receiver up for long. */
const BATCH = 250;

const catalogs = { source: [] as CatalogTable[], target: [] as CatalogTable[] };

parentPort?.on('message', (question: MatchQuestion) => {
  if (question.side !== 'both') {
    catalogs[question.side].push(...(JSON.parse(question.tables) as CatalogTable[]));
    return;
  }
  const pairs = matched();
  for (let from = 0; from === 0 || from < pairs.length; from += BATCH) {
    const answer: MatchAnswer = {
      pairs: JSON.stringify(pairs.slice(from, from + BATCH)),
      last: from + BATCH >= pairs.length,
    };
    parentPort?.postMessage(answer);
  }
});

function matched(): MatchedPair[] {
  const { source, target } = catalogs;
  const sourceAt = new Map(source.map((table, index) => [table, index]));
  const targetAt = new Map(target.map((table, index) => [table, index]));
  return mapCatalogs({ tables: source }, { tables: target }).pairs.map((pair) => {
    const fromAt = positions(pair.source);
    const toAt = positions(pair.target);
    return [
      sourceAt.get(pair.source)!,
      targetAt.get(pair.target)!,
      pair.percent,
      pair.columns.map(({ source: from, target: to }) => [fromAt.get(from)!, toAt.get(to)!] as const),
    ];
  });
}

const positions = (table: CatalogTable): Map<string, number> =>
  new Map(table.columns.map(({ name }, index) => [name, index]));
