/** One line on a terminal that tells how far the work is, and is gone when it is done. */

export interface ProgressLine {
  /** @param done The share of the work that is done, 0 to 1. */
  show(done: number): void;
  /** Takes the line away. */
  clear(): void;
}

const eraseLine = '\r\u{1b}[2K';

/**
 * A line such as `Mapping: 43 %`. Nothing is written where the stream is no terminal, or one that cannot go back in a line.
 *
 * @param label What is being done, short and without control characters.
 */
export function progressLine(label: string, stream: NodeJS.WritableStream & { isTTY?: boolean }): ProgressLine {
  const live = stream.isTTY === true && process.env['TERM'] !== 'dumb';
  let shown = '';
  return {
    show(done) {
      const text = `${label}: ${Math.floor(100 * done)} %`;
      if (!live || text === shown) return;
      shown = text;
      stream.write(`${eraseLine}${text}`);
    },
    clear() {
      if (shown !== '') stream.write(eraseLine);
      shown = '';
    },
  };
}
