/** Takes the inflection off an English word: what `addresses` and `address`, `shipped` and `ship` have in common. */

/** The stem of a word in lower case. Plurals always; `-ing`, `-ed` and a final `e` only where enough is left. */
export function stemOf(word: string): string {
  let stem = word;
  if (stem.length > 3 && stem.endsWith('s')) {
    if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:ss|x|ch|sh|z)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (!/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  }
  if (stem.length > 5) {
    if (stem.endsWith('ing')) stem = undouble(stem.slice(0, -3));
    else if (stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
    else if (stem.endsWith('ed')) stem = undouble(stem.slice(0, -2));
  }
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** `shipp` is `ship`; `add`, `call` and `pass` stay. */
function undouble(stem: string): string {
  const last = stem.at(-1);
  return stem.length > 3 && last === stem.at(-2) && !'aeiouls'.includes(last!) ? stem.slice(0, -1) : stem;
}
