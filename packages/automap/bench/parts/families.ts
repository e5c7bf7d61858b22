/** Sorts schema pairs into families of one origin: what was fitted must be judged on families that it has not seen. */

/** Words of a pair's name that tell its engine or its making. */
const saysNothing = new Set(['mysql', 'postgres', 'sqlite', 'synth']);
/** Shorter words tell how a pair was made. */
const shortest = 4;

/**
 * The family of each name. It is called after the first word of the name that occurs in two names (`b_zabbix_vow1` and
 * `m_zabbix_mrg1` are `zabbix`); a name without such a word is a family of its own. A name with `_to_` has a family on either
 * side of it, and these two are one: `ruoyi_mysql_to_yudao_postgres`.
 */
export function familiesOf(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of new Set(wordsOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ownFamilies = new Map(
    names.map((name) => {
      const words = name.split('_to_').map((side) => wordsOf(side).find((word) => counts.get(word)! > 1));
      return [name, words.filter((word) => word !== undefined)];
    }),
  );
  const joined = new Map<string, string>();
  const rootOf = (family: string): string => {
    const other = joined.get(family);
    return other === undefined ? family : rootOf(other);
  };
  for (const families of ownFamilies.values()) {
    const [first, second] = families.map(rootOf);
    if (first !== undefined && second !== undefined && first !== second) joined.set(second, first);
  }
  return new Map([...ownFamilies].map(([name, [first]]) => [name, first === undefined ? name : rootOf(first)]));
}

function wordsOf(name: string): string[] {
  return name.split(/[_-]/).filter((word) => word.length >= shortest && !saysNothing.has(word));
}
