// Collects the licences of everything that the bundle holds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** One text for all packages that the inputs belong to; throws for a package whose licence is unknown. */
export function licencesOf(inputs, root) {
  const folders = new Set(
    inputs.filter((input) => input.includes('node_modules')).map((input) => packageFolder(resolve(root, input))),
  );
  const packages = [...folders].map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1));
  const unknown = packages.filter(({ licence }) => !licence).map(({ title }) => title);
  if (unknown.length > 0) throw new Error(`These bundled packages state no licence: ${unknown.join(', ')}.`);
  const head = 'This package contains the following packages, each under its own licence.\n';
  const sections = packages.map((entry) => {
    const { title, licence, author, repository } = entry;
    const facts = [
      `${title} (${licence})`,
      author && `Author: ${author}`,
      repository && `Source: ${repository}`,
    ].filter(Boolean);
    return `${'='.repeat(80)}\n${facts.join('\n')}\n\n${entry.text ?? standardText(packages, licence)}\n`;
  });
  return [head, ...sections].join('\n');
}

function packageFolder(file) {
  let folder = dirname(file);
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** Folders inside packages may have a manifest of their own that only says how to load them. */
function isPackage(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) && 'version' in JSON.parse(readFileSync(file, 'utf8'));
}

function readPackage(folder) {
  const { name, version, license, licenses, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return {
    title: `${name} ${version}`,
    licence: typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ')),
    author: typeof author === 'string' ? author : author?.name,
    repository: typeof repository === 'string' ? repository : repository?.url,
    text: texts.length > 0 ? texts.join('\n\n') : undefined,
  };
}

/** A package that ships no text of its own gets that of another under the same licence, without the other's names. */
function standardText(packages, licence) {
  const other = packages.find((entry) => entry.licence === licence && entry.text);
  if (!other) throw new Error(`No bundled package ships the text of ${licence}.`);
  return other.text.replace(/^.*copyright \(c\).*$/gim, '').trim();
}
