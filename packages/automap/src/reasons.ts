/** Every reason the matcher can give, each with the sentence that tells a person what it means. */

/** Why two tables were paired, strongest first. */
export type TableReason = keyof typeof tableReasons;
/** Why two columns were paired, strongest first. */
export type ColumnReason = keyof typeof columnReasons;
/** Why a table stayed unmapped. */
export type UnmappedTableReason = keyof typeof unmappedTableReasons;
/** Why a column of a paired table stayed unmapped. */
export type UnmappedColumnReason = keyof typeof unmappedColumnReasons;

export const tableReasons = {
  'same-name': 'both tables have the same name',
  'folded-name': 'the names are equal but for case, punctuation and accents',
  'bare-name': 'the names are equal once the prefix that most tables of a side share is left out',
  'shared-columns': 'the names differ, but the tables share many column names that few other tables have',
} as const;

export const columnReasons = {
  'same-name': 'both columns have the same name',
  'folded-name': 'the names are equal but for case, punctuation and accents',
  'bare-name': "the names are equal once the table's name or the prefix of its columns is left out",
} as const;

export const unmappedTableReasons = {
  'name-too-long': 'its name or its schema has more than 256 characters',
  'no-counterpart': 'no table of the other side has its name or shares a telling column with it',
  'too-little-in-common': 'the most similar table of the other side shares too few of its columns',
  'counterpart-taken': 'the tables of the other side that it resembles resemble another table more',
  'too-many-alike': 'too many tables of this name have nothing that tells them apart',
} as const;

export const unmappedColumnReasons = {
  'name-too-long': 'its name has more than 256 characters',
  'repeated-name': 'its table lists this name more than once',
  'no-counterpart': 'no column of the other table has its name',
  'counterpart-taken': 'the column with its name in the other table went to a closer match',
} as const;
