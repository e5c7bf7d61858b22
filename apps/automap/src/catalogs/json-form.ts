/** Holds JSON that a person wrote to its form. */

/** JSON of another form; the message begins with the place, such as `tables[2].name`. */
export class FormError extends Error {
  override readonly name = 'FormError';
}

export function objectAt(place: string, value: unknown, kind = 'an object'): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new FormError(`${place} must be ${kind}.`);
}

export function listAt(place: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new FormError(`${place} must be a list.`);
}

export function textAt(place: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new FormError(`${place} must be a text.`);
}

export function nameAt(place: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new FormError(`${place} must be a name, as a text.`);
}
