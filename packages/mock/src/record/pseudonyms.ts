/** Other IDs in place of those that were sent: the same one always gets the same, which looks like it and says nothing of it. */
import { createHmac, randomBytes } from 'node:crypto';
import { shapeOfText } from './shape.ts';

const mostIds = 100_000;
const longestId = 128;
const attempts = 8;

export function createPseudonyms(): (id: string) => string {
  const key = randomBytes(32);
  const known = new Map<string, string>();
  const taken = new Set<string>();

  function make(id: string): string {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const made = alike(id, createHmac('sha512', key).update(`${attempt} ${id}`).digest());
      if (made !== id && !taken.has(made)) return made;
    }
    return `id-${known.size + 1}`;
  }

  return (id) => {
    if (id === '') return '';
    const earlier = known.get(id);
    if (earlier !== undefined) return earlier;
    if (id.length > longestId || known.size >= mostIds) return shapeOfText(id);
    const made = make(id);
    known.set(id, made);
    taken.add(made);
    return made;
  };
}

/** A digit becomes a digit and a letter a letter of the same case, of hexadecimal text one that is hexadecimal too. */
function alike(id: string, bytes: Buffer): string {
  const letters = /^[0-9a-f-]+$/i.test(id) ? 6 : 26;
  let index = 0;
  return id
    .replace(/[A-Za-z0-9]/g, (character) => {
      const byte = bytes[index++ % bytes.length] ?? 0;
      if (/\d/.test(character)) return String(byte % 10);
      const first = character === character.toUpperCase() ? 65 : 97;
      return String.fromCharCode(first + (byte % letters));
    })
    .replace(/[^\x21-\x7e]/g, '?');
}
