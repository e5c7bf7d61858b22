/** Words that name the same thing in database schemas. */

/** The words are in lower case and singular; a word may be a phrase, with blanks between its words. */
export interface SynonymGroup {
  readonly words: readonly string[];
  /** `close`: one can be put for the other. `loose`: they often name the same thing in two different applications. */
  readonly strength: 'close' | 'loose';
}
