/** The ways in which two names can be equal, closest first. Tables and columns are paired by them alike. */

/** A name in its three forms. */
export interface Named {
  /** As the database reports it. */
  readonly name: string;
  /** Its folded words, joined; '' where it has none. */
  readonly folded: string;
  /** The folded name without a prefix that says nothing: see `PreparedTable` and `PreparedColumn`. */
  readonly bare: string;
}

/** Which form of a source name equals which form of a target name. */
export interface NameForm {
  readonly reason: 'same-name' | 'folded-name' | 'bare-name';
  readonly source: keyof Named;
  readonly target: keyof Named;
}

/** Tried in this order, each on what the earlier ones left, so a closer name always wins. */
export const nameForms: readonly NameForm[] = [
  { reason: 'same-name', source: 'name', target: 'name' },
  { reason: 'folded-name', source: 'folded', target: 'folded' },
  { reason: 'bare-name', source: 'folded', target: 'bare' },
  { reason: 'bare-name', source: 'bare', target: 'folded' },
  { reason: 'bare-name', source: 'bare', target: 'bare' },
];

/** The name in one form; undefined where it has none, as a name without a word has no folded form. */
export function inForm(named: Named, form: keyof Named): string | undefined {
  return form === 'name' ? named.name : named[form] || undefined;
}
