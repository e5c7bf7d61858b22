import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with what was left out and why, then one line that counts: `N passed, N failed, N skipped`. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: string): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    /** By the reason, the names by their file. */
    const leftOut = new Map<string, Map<string, string[]>>();
    for (const module of modules) {
      const before = count.failed;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') count.passed++;
        else if (result.state === 'failed') count.failed++;
        else {
          count.skipped++;
          const note = (result.state === 'skipped' && result.note) || 'no reason given';
          const files = leftOut.get(note) ?? new Map<string, string[]>();
          leftOut.set(note, files);
          files.set(module.relativeModuleId, [...(files.get(module.relativeModuleId) ?? []), test.fullName]);
        }
      }
      // A file that cannot be loaded, or whose set-up fails, has no failed test of its own.
      if (!module.ok() && count.failed === before) count.failed++;
    }
    if (count.failed === 0 && (errors.length > 0 || reason === 'failed')) count.failed = Math.max(1, errors.length);
    // Printed when everything else has been: the line must be the last.
    process.once('exit', () => {
      for (const [note, files] of leftOut)
        process.stdout.write(`\nLeft out, ${note}:\n${[...files].map(linesOf).join('')}`);
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}

/** As many names of one file as are read. */
const mostNames = 3;

/** A line for each test, or one that counts those of a file that leaves out many. */
function linesOf([file, names]: readonly [string, readonly string[]]): string {
  if (names.length <= mostNames) return names.map((name) => `  ${file}: ${name}\n`).join('');
  return `  ${file}: ${names.length} tests, such as: ${names[0]}\n`;
}
