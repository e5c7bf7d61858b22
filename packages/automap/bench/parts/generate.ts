/** Makes a pair of large catalogs with known correspondences, the same for the same size on every machine. */

import type { Catalog, Column, Table } from '@roma-fdi/automap';
import type { Truth } from './score.ts';

const everywhere = ['id', 'name', 'status', 'created at', 'updated at', 'note', 'owner id', 'position'];
const syllables = [
  'ba',
  'co',
  'dre',
  'fi',
  'gu',
  'lan',
  'mer',
  'no',
  'pas',
  'qui',
  'ros',
  'sta',
  'tel',
  'vo',
  'xen',
  'zi',
];
const types = ['integer', 'varchar', 'timestamp', 'numeric', 'text'];

/** `tables` tables of 20 columns: snake case on the source; camel case, a prefix and a fifth of the names changed on the target. */
export function generate(tables: number): { source: Catalog; target: Catalog; truth: Truth } {
  const random = randomNumbers(tables);
  const pick = <V>(values: readonly V[]) => values[Math.floor(random() * values.length)]!;
  const word = () => pick(syllables) + pick(syllables) + pick(syllables);
  const pairs = Array.from({ length: tables }, (_, number) => {
    const tableName = [word(), word(), `r${number}`];
    const names = new Map<string, string[]>();
    while (names.size < 20) {
      const words = random() < 0.3 ? pick(everywhere).split(' ') : [word(), word()];
      names.set(words.join(' '), words);
    }
    const columns = [...names.values()].map((words) => {
      const renamed = random() < 0.2 ? [...words.slice(1), word()] : words;
      return { from: column(words.join('_'), pick(types)), to: column(camel(renamed), pick(types)) };
    });
    const renamed = random() < 0.3 ? [word(), ...tableName.slice(1)] : tableName;
    return { from: tableName.join('_'), to: `Tbl${camel(renamed)}`, columns };
  });
  const side = (name: 'from' | 'to'): Table[] =>
    pairs.map((pair) => ({ name: pair[name], columns: pair.columns.map((both) => both[name]) }));
  return {
    source: { tables: side('from') },
    target: { tables: side('to').reverse() },
    truth: {
      tables: pairs.map(({ from, to }) => [from, to]),
      columns: pairs.flatMap(({ from, to, columns }) =>
        columns.map((both) => [from, both.from.name, to, both.to.name] as const),
      ),
    },
  };
}

function column(name: string, type: string): Column {
  return { name, base_type: type };
}

function camel(words: readonly string[]): string {
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

/** Evenly spread numbers from 0 to 1 by a linear congruence. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
