/** Refuses a Node that is older than a package needs. It imports nothing that an old Node lacks, and must itself be imported first. */
import { readFileSync } from 'node:fs';

/**
 * @param manifest of the package that is started; its `engines` say which Node it needs
 * @returns a sentence; undefined where Node is new enough
 */
export function whyNodeIsTooOld(manifest: URL, version: string = process.versions.node): string | undefined {
  const { name, engines } = JSON.parse(readFileSync(manifest, 'utf8'));
  const least = Number(/\d+/.exec(engines.node)?.[0]);
  return Number.parseInt(version, 10) >= least
    ? undefined
    : `${name} needs Node ${least} or newer, and this is Node ${version}.`;
}

/** Ends the process with a sentence and exit code 1. */
export function exitOnOldNode(manifest: URL): void {
  const why = whyNodeIsTooOld(manifest);
  if (why === undefined) return;
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
