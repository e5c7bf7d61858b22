/** The mock as a process of this repository: the command line of the package, and nothing else. */
import { run } from '@roma-fdi/mock/cli';

process.exitCode = await run(process.argv.slice(2));
