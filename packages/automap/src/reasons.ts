/** Every reason the matcher can give, each with the sentence that tells a person what it means. */

/** Why two tables were paired, strongest first. */
export type TableReason = keyof typeof tableReasons;
/** Why two columns were paired, strongest first. */
export type ColumnReason = keyof typeof columnReasons;
/** Why a table stayed unmapped. */
export type UnmappedTableReason = keyof typeof unmappedTableReasons;
/** Why a column of a paired table stayed unmapped. */
export type UnmappedColumnReason = keyof typeof unmappedColumnReasons;
/** Why two words were taken for each other. */
export type WordRelation = keyof typeof wordRelations;

export const tableReasons = {
  given: 'the pair was given',
  'same-name': 'both tables have the same name',
  'folded-name': 'the names are equal but for case, punctuation and accents',
  'bare-name': 'the names are equal once the prefix that most tables of a side share is left out',
  'same-words': 'the names have the same words, in another order or inflection',
  abbreviation: 'every word of one name is a word of the other or short for it',
  synonym: 'every word of one name is a word of the other or means the same',
  'part-of-name': 'the names have words in common',
  'shared-columns': 'the names differ, but the columns of the two tables belong together',
  'same-neighbours': 'the names differ, but both refer to tables that belong together, or are referred to by such',
  remainder: 'the best pair of one of the two tables leaves these columns free',
} as const;

export const columnReasons = {
  given: 'the pair was given',
  'same-name': 'both columns have the same name',
  'folded-name': 'the names are equal but for case, punctuation and accents',
  'bare-name': "the names are equal once the table's name or the prefix of its columns is left out",
  'same-words': 'the names have the same words, in another order or inflection',
  abbreviation: 'every word of one name is a word of the other or short for it',
  synonym: 'every word of one name is a word of the other or means the same',
  'part-of-name': 'the names have words in common',
  'similar-spelling': 'the names are spelt alike',
  'same-key': 'each is the primary key of its table',
  'same-reference': 'each refers to a table, and these two belong together',
} as const;

export const wordRelations = {
  same: 'is the same word',
  inflection: 'is another form of',
  abbreviation: 'is short for',
  synonym: 'means the same as',
  learned: 'stands for, elsewhere in these two catalogs,',
  similar: 'is spelt like',
} as const;

export const unmappedTableReasons = {
  'name-too-long': 'its name or its schema has more than 256 characters',
  'out-of-range': 'it is outside the tables that were chosen',
  'no-counterpart': 'no table of the other side has its name or a column that identifies it',
  'too-little-in-common': 'the most similar table of the other side has too little in common with it',
  'too-doubtful': 'the pair that was found is probably wrong, or less certain than was asked for',
  'counterpart-taken':
    'the tables of the other side that it resembles go to others, which resemble them as much or more',
  'too-many-alike': 'too many tables are equally good for one, and nothing tells them apart',
  refused: 'the pair that was found was refused',
} as const;

export const unmappedColumnReasons = {
  'name-too-long': 'its name has more than 256 characters',
  'repeated-name': 'its table lists this name more than once',
  'no-counterpart': 'no column of the other table resembles it',
  'too-little-in-common': 'the most similar column of the other table has too little in common with it',
  'too-doubtful': 'the pair that was found is probably wrong, or less certain than was asked for',
  'counterpart-taken': 'the column that it resembles in the other table went to a closer match',
  'other-content': 'the column of its name in the other table holds something else: a number does not fit into a flag',
  'mapped-elsewhere': 'it is mapped in another pair of its table',
  refused: 'the pair that was found was refused',
} as const;
