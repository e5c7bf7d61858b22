/** The process of typescript-runner.ts: imports each module that it is sent, and says what that printed and how it ended. */
import { format } from 'node:util';
import type { Ran } from './typescript-runner.ts';

process.on('message', async (file: string) => {
  const lines: string[] = [];
  console.log = (...values: unknown[]) => void lines.push(`${format(...values)}\n`);
  const error = await import(file).then(
    () => undefined,
    (thrown: unknown) => ({ text: String(thrown), ...(thrown instanceof Error && { ...thrown }) }),
  );
  process.send?.({ printed: lines.join(''), error } satisfies Ran);
});
