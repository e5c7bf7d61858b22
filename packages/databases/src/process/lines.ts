/** Reads a child's lines a few milliseconds at a time. */
import type { Readable } from 'node:stream';

export interface LineTaker {
  /** @throws where it is no line of a child's */
  take(line: string): void;
  /** The output is longer than it may be. */
  tooLong(): void;
  /** `take` threw. */
  noLine(error: unknown): void;
}

/** Takes each line as it comes. Others get their turn after each chunk, since a pipe that is filled again meanwhile would be read on and on. */
export function readLines(output: Readable, mostCharacters: number, { take, tooLong, noLine }: LineTaker): void {
  let begun: string[] = [];
  let characters = 0;
  output.setEncoding('utf8').on('data', (chunk: string) => {
    output.pause();
    setImmediate(() => output.resume());
    characters += chunk.length;
    if (characters > mostCharacters) return tooLong();
    const [first = '', ...more] = chunk.split('\n');
    begun.push(first);
    try {
      for (const next of more) {
        take(begun.join(''));
        begun = [next];
      }
    } catch (error) {
      noLine(error);
    }
  });
}
