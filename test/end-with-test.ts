/** Ends a program that a test has started with the test's own process, however that ends. */
import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A test's process may be killed, or end without its hooks: whoever watches it sees its own input end then.
 * @param folder goes with the program where the test could not remove it
 */
export function endWithTest(child: ChildProcess, folder = ''): void {
  // With its group, where it leads one.
  const script = 'cat > /dev/null; kill -9 -- "-$1" || kill -9 "$1"; [ -z "$2" ] || rm -rf "$2"';
  const watcher = spawn('sh', ['-c', script, 'sh', String(child.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
  child.once('exit', () => watcher.kill('SIGKILL'));
}
