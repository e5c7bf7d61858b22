/** How every command line here is read, explained and refused: Commander, with one manner of speaking. */
export { type Command, Option } from 'commander';
export { callerFolder, fromCaller } from './caller-folder.ts';
export { createCommand } from './create-command.ts';
export { mayHoldSecret } from './may-hold-secret.ts';
export { list, wholeNumber } from './options.ts';
export { readArguments, readProcessArguments } from './read-arguments.ts';
export { exitCodeOf, UsageError } from './usage-error.ts';
