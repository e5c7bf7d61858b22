/** The parts of the API's mapping elements that are printed. */
import type { MultiTaskMappingElement as Generated } from '@roma-fdi/types';

/** A mapping as a reader must expect it: any field may be null, and a word that the contract does not know may come. */
type Lenient<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Lenient<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Lenient<Exclude<T[Key], undefined>> | null | undefined }
      : T;

export type MultiTaskMappingElement = Lenient<Generated>;
export type MappingInfo = NonNullable<NonNullable<MultiTaskMappingElement['mapping']>[number]>;
export type MultiTaskColumnInfo = NonNullable<NonNullable<MultiTaskMappingElement['source_columns']>[number]>;

/** Takes `schema.` off every name where all names have the same schema; where they differ, it stays. */
export function withoutCommonSchema(names: readonly string[]): (name: string) => string {
  const schemas = new Set(names.map((name) => name.slice(0, name.indexOf('.') + 1)));
  const [schema = ''] = schemas;
  return schemas.size === 1 ? (name) => name.slice(schema.length) : (name) => name;
}
