/** The tries as a program, for runtimes that have a command line: the address of the server is its argument, the findings are its output. */
import { createFdiClient } from '@roma-fdi/client';
import { aksk } from '@roma-fdi/client/aksk';
import { tryAwkwardAnswers } from './awkward-answers.ts';

interface Runtime {
  readonly Deno?: { readonly args: readonly string[]; inspect(value: unknown): string };
  readonly Bun?: { inspect(value: unknown): string };
  readonly process?: { readonly argv: readonly string[] };
}

const { Deno, Bun, process } = globalThis as Runtime;
const url = Deno?.args[0] ?? process?.argv[2] ?? '';
// A name that no bundler and no other runtime looks up.
const util = ['node', 'util'].join(':');
const inspect = Deno?.inspect ?? Bun?.inspect ?? ((await import(util)) as { inspect(value: unknown): string }).inspect;
console.log(JSON.stringify(await tryAwkwardAnswers({ createFdiClient, aksk }, url, inspect)));
