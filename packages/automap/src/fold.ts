/** Folds a name to what two spellings of it have in common: its words, without case, punctuation and accents. */

const ascii = /^[\0-\x7f]*$/;
/** The accents of Latin, Greek and Cyrillic. Marks of other scripts are vowels or other letters, so they stay. */
const accents = /[\u0300-\u036f]+/g;
const boundaries = /[^\p{L}\p{M}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const asciiBoundaries = /[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/**
 * The words of a name, each folded: `actor_id`, `ActorID` and `[Actor Id]` are all `['ACTOR', 'ID']`.
 *
 * Words end at punctuation and where camel case begins a new one. Compatibility forms are resolved (full-width
 * letters, ligatures), accents dropped (`é` is `e`); letters that merely look similar (`ø`, `o`) stay apart.
 * A name of punctuation alone has no words and so equals no other name by folding.
 */
export function foldWords(name: string): string[] {
  if (ascii.test(name)) return name.split(asciiBoundaries).filter(Boolean).map(foldCase);
  return name.normalize('NFKD').replace(accents, '').split(boundaries).filter(Boolean).map(foldCase);
}

/** Upper case, since lower case depends on the position (`Σ`); by way of lower case, since `ẞ` has no other way to `SS`. */
function foldCase(word: string): string {
  return word.toLowerCase().toUpperCase();
}
