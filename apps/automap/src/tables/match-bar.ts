/** Shows a percentage as a bar, and in the colour that says whether somebody should look at it. */
import type { Format } from '../printing/terminal.ts';

/** From here on a pair needs no second look. */
export const sure = 80;

export function shade(percent: number): Format {
  return percent >= sure ? 'green' : percent >= 50 ? 'yellow' : 'red';
}

/** A bar of `width` columns at most in eighths of a character, rounded down so that only 100 % looks full. */
export function bar(percent: number, width: number): string {
  const eighths = Math.floor((Math.min(100, Math.max(0, percent)) / 100) * width * 8);
  return `${'█'.repeat(eighths >> 3)}${['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7]}`;
}
