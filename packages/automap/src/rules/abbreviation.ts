/** One word is short for another by its own letters: `qty` for `quantity`, `cust` for `customer`. */

/** How short forms are made, and how sure each is; `r` is the share of the long word's letters that the short one has. */
const prefix = { one: 0.52, two: (r: number) => 0.6 + 0.2 * r, more: (r: number) => 0.72 + 0.23 * r };
const skeletonWhole = 0.88;
const skeletonPrefix = (r: number) => 0.68 + 0.2 * r;
const letters = { any: 0.44, consonants: 0.52, sameEnd: 0.08, perShare: 0.3 };

/**
 * How surely `short` is short for `long`, 0 to 1; 0 where it cannot be. Both begin with the same letter, and the letters of
 * the short one stand in the long one in this order.
 */
export function shortness(short: string, long: string): number {
  if (short.length >= long.length || short.length === 0 || short.charCodeAt(0) !== long.charCodeAt(0)) return 0;
  const r = short.length / long.length;
  if (long.startsWith(short)) {
    if (short.length === 1) return prefix.one;
    return short.length === 2 ? prefix.two(r) : prefix.more(r);
  }
  let at = 1;
  let allConsonants = true;
  let skeletonAt = 1;
  let isSkeletonPrefix = true;
  for (let i = 1; i < short.length; i++) {
    const code = short.charCodeAt(i);
    while (at < long.length && long.charCodeAt(at) !== code) at++;
    if (at === long.length) return 0;
    at++;
    if (isVowel(code)) allConsonants = false;
    while (skeletonAt < long.length && isVowel(long.charCodeAt(skeletonAt))) skeletonAt++;
    if (long.charCodeAt(skeletonAt) === code) skeletonAt++;
    else isSkeletonPrefix = false;
  }
  if (isSkeletonPrefix && allConsonants && short.length > 1) {
    while (skeletonAt < long.length && isVowel(long.charCodeAt(skeletonAt))) skeletonAt++;
    return skeletonAt === long.length ? skeletonWhole : skeletonPrefix(r);
  }
  const sameEnd = short.charCodeAt(short.length - 1) === long.charCodeAt(long.length - 1);
  return (allConsonants ? letters.consonants : letters.any) + (sameEnd ? letters.sameEnd : 0) + letters.perShare * r;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117;
}
