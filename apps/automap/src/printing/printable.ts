/** Makes somebody else's name fit to be printed: whole, on one line, and without power over what stands around it. */

const openIsolate = '\u2068';
const close = '\u2069';

/** Text that is isolated already. Isolates that hold no other control close what they open, so they are harmless. */
const isolatedText = /(\u2068[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*\u2069)/u;

/**
 * What moves the cursor, ends the line, reorders the rest of it, or shows nothing at all. Not among these: the joiners and
 * direction marks that belong to the spelling of many languages, the tags of flags, and the number signs of Arabic.
 */
const powers = /(?![\u200c-\u200f\u061c\u{e0020}-\u{e007f}\u0600-\u0605\u06dd\u070f\u08e2])[\p{C}\p{Zl}\p{Zp}]/gu;

/** The blocks of the scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The name, its control characters replaced, and isolated where it would turn its neighbours round. Printing it twice changes nothing. */
export function printable(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return name;
  return name
    .split(isolatedText)
    .map((piece, index) => (index % 2 === 1 ? isolated(harmless(piece.slice(1, -1))) : contained(harmless(piece))))
    .join('');
}

/** Two parts of a printable text, with `…` for what stood between them; an isolate that was cut in two is made whole. */
export function joinCut(head: string, tail: string): string {
  const open = head.lastIndexOf(openIsolate) > head.lastIndexOf(close);
  const firstOpen = tail.indexOf(openIsolate);
  const firstClose = tail.indexOf(close);
  const closes = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen);
  if (open && !closes) return `${head}${close}…${tail}`;
  return `${head}…${closes && !open ? openIsolate : ''}${tail}`;
}

const harmless = (text: string): string => text.replaceAll(powers, '\u{FFFD}');
const contained = (text: string): string => (rightToLeft.test(text) ? isolated(text) : text);
const isolated = (text: string): string => openIsolate + text + close;
