/** What a message must not repeat. */

/**
 * Whether a text that was taken for a path or a word may be a connection string in whatever spelling, and so hold a password:
 * `postgres:/u:p@h`, `jdbc:...`, `u:p@h/db`, `host=h password=p`, `postgres%3A%2F%2F...`.
 */
export function mayHoldSecret(text: string): boolean {
  // The drive of a Windows path is one letter.
  return /[@=;]|:|%(3a|40)/i.test(text.replace(/^[a-z]:(?=[/\\])/i, ''));
}
