/** The rules of the contract's house: which way references run, what a file is called, which hosts are named. */
import { basename, posix } from 'node:path';
import { at, type Contract, entries, type Json, properties } from './contract.ts';

/** From each room of the contract, the rooms that it may refer to. The order is the direction of the data. */
const mayReferTo: Record<string, readonly string[]> = {
  'openapi.yaml': ['paths'],
  paths: ['parameters', 'responses', 'headers', 'examples', 'errors.yaml', 'schemas'],
  responses: ['headers', 'examples', 'errors.yaml', 'schemas'],
  parameters: ['examples', 'schemas'],
  headers: ['schemas'],
  schemas: ['schemas'],
  examples: [],
  'errors.yaml': [],
};

const pascalCase = /^([A-Z][a-z0-9]*)+$/;
const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const caseOfNames: Record<string, RegExp> = {
  paths: kebabCase,
  examples: kebabCase,
  parameters: pascalCase,
  headers: pascalCase,
  responses: pascalCase,
  schemas: pascalCase,
};

/** References that run backwards, in a circle, into their own file or to a file that is not there. */
export function referenceFaults(contract: Contract): string[] {
  const faults: string[] = [];
  for (const [path, file] of contract) {
    for (const { to, fragment } of references(path, file.value)) {
      const target = contract.get(to);
      if (to === path || fragment === undefined)
        faults.push(`${path} refers into itself: give the part a file of its own`);
      else if (!target) faults.push(`${path} refers to ${to}, which is not there`);
      else if (!mayReferTo[room(path)]?.includes(room(to))) faults.push(`${path} refers back to ${to}`);
      else if (fragment !== '' && at(target.value, fragment) === undefined)
        faults.push(`${path} refers to ${to}#/${fragment}, which is not there`);
    }
    if (reachable(contract, path).has(path)) faults.push(`${path} refers to itself in a circle`);
  }
  return faults;
}

/** Files that no reference leads to. */
export function orphans(contract: Contract): string[] {
  const reached = reachable(contract, 'openapi.yaml');
  return [...contract.keys()].filter((path) => path !== 'openapi.yaml' && !reached.has(path));
}

/** File names in the wrong case or used twice, and schemas whose title is another word than their file's. */
export function nameFaults(contract: Contract): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const [path, file] of contract) {
    const name = basename(path, '.yaml');
    const twin = seen.get(name.toLowerCase());
    if (twin) faults.push(`${path} has the name of ${twin}`);
    seen.set(name.toLowerCase(), path);
    if (caseOfNames[room(path)]?.test(name) === false)
      faults.push(`${path} is not named in the case of ${room(path)}/`);
    if (room(path) === 'schemas' && at(file.value, 'title') !== name)
      faults.push(`${path} has the title ${String(at(file.value, 'title'))}`);
  }
  return faults;
}

/** Components of the bundle that are not called as their file, and files that became no component. */
export function componentFaults(contract: Contract, bundle: Json): string[] {
  return ['schemas', 'parameters', 'headers', 'responses'].flatMap((kind) => {
    const files = [...contract.keys()].filter((path) => room(path) === kind).map((path) => basename(path, '.yaml'));
    const components = entries(at(bundle, 'components', kind)).map(([name]) => name);
    return [
      ...components.filter((name) => !files.includes(name)).map((name) => `component ${kind}/${name} has no file`),
      ...files.filter((name) => !components.includes(name)).map((name) => `${kind}/${name}.yaml is no component`),
    ];
  });
}

/** URLs that are written out in the root, or share a file, instead of referring each to one file of paths/. */
export function tableOfContentsFaults(contract: Contract): string[] {
  const used = new Set<string>();
  return entries(at(contract.get('openapi.yaml')?.value, 'paths')).flatMap(([url, item]) => {
    const ref = String(at(item, '$ref'));
    if (entries(item).length !== 1 || !/^paths\/[\w-]+\.yaml$/.test(ref))
      return [`${url} is not a reference into paths/`];
    if (used.has(ref)) return [`${url} shares ${ref} with another URL`];
    used.add(ref);
    return [];
  });
}

/** Addresses anywhere in the contract that are neither a declared server nor the dialect of the schemas. */
export function hostFaults(contract: Contract): string[] {
  const root = contract.get('openapi.yaml')?.value;
  const declared = new Set([String(at(root, 'jsonSchemaDialect'))]);
  for (const [key, value] of properties(at(root, 'servers')))
    if ((key === 'url' || key === 'default') && typeof value === 'string') declared.add(value);
  return [...contract].flatMap(([path, { text }]) =>
    [...text.matchAll(/\bhttps?:\/\/[^\s"'`<>()]+/g)]
      .filter(([address]) => !declared.has(address))
      .map(([address]) => `${path} names ${address}`),
  );
}

/** What operations should be called: the vendor's name in lower camel case, but for one that the vendor misspelt, and our own. */
export function misnamedOperations(contract: Contract, vendorNames: readonly string[]): string[] {
  const left = new Set(vendorNames);
  const operations = [...contract]
    .filter(([path]) => room(path) === 'paths')
    .flatMap(([, { value }]) => entries(value));
  const faults = operations.flatMap(([, operation]) => {
    const own = String(at(operation, 'operationId'));
    const vendor = at(operation, 'x-vendor-operation-id') ?? own.charAt(0).toUpperCase() + own.slice(1);
    if (at(operation, 'x-self-hosted-only') === true) return [];
    return left.delete(String(vendor)) ? [] : [`${own} is not an operation of the vendor's`];
  });
  return [...faults, ...[...left].map((name) => `${name} is missing`)];
}

function room(path: string): string {
  return path.split('/')[0]!;
}

function references(path: string, value: Json): { to: string; fragment: string | undefined }[] {
  return [...properties(value)].flatMap(([key, ref]) => {
    if (key !== '$ref' || typeof ref !== 'string') return [];
    const [file, pointer] = ref.split('#');
    const to = file === '' ? path : posix.join(posix.dirname(path), file!);
    return [{ to, fragment: file === '' ? undefined : (pointer ?? '').replace(/^\//, '') }];
  });
}

/** The files that references lead to from a file; the file itself only when a circle leads back to it. */
function reachable(contract: Contract, start: string): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = contract.get(path);
    if (!file) continue;
    for (const { to } of references(path, file.value)) {
      if (to === path || reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
