/** The shape of a value: its type and its length, and what kind of character stands where, but none of its content. */

/** Characters of a text that are shown; of the rest it is told how many there are. */
const mostCharacters = 64;

/** `Orders_2024, café` becomes `Xxxxxx_9999, xxxx`. */
export function shapeOfText(text: string): string {
  const characters = [...text];
  const shown = characters
    .slice(0, mostCharacters)
    .map((character) => {
      if (/\p{Lu}/u.test(character)) return 'X';
      if (/\p{L}|\p{M}/u.test(character)) return 'x';
      if (/\p{N}/u.test(character)) return '9';
      return /[\x20-\x7e]/.test(character) ? character : '?';
    })
    .join('');
  const more = characters.length - mostCharacters;
  return more > 0 ? `${shown}… ${more} more` : shown;
}

/** 4711 becomes 9999, -0.5 becomes -9.9; 0 stays. */
export function shapeOfNumber(value: number): number {
  const shape = Number(String(value).replace(/\d/g, '9'));
  return value === 0 || !Number.isFinite(shape) ? 0 : shape;
}

/** A name that a contract could have given; others may hold what a user wrote. */
export function nameOrShape(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name) ? name : shapeOfText(name);
}
