/** The option `keys`, which is checked without a word of the keys themselves: they are secrets. */
import { accessKeyPattern } from '@roma-fdi/contract/signature';
import type { MockKey } from '../mock.ts';
import { aText, type Check } from './check-options.ts';

export const keys: Check = (value) => {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isKey))
    return 'a list of { accessKey, secretKey, projects? }, an access key of letters, digits, ".", "_" and "-" and projects a list of IDs';
  const names = new Set(value.map(({ accessKey }) => accessKey));
  return names.size === value.length ? undefined : 'a list that has each access key once, with all its projects';
};

const parts: readonly string[] = ['accessKey', 'secretKey', 'projects'] satisfies (keyof MockKey)[];

function isKey(value: unknown): value is MockKey {
  if (typeof value !== 'object' || value === null || Object.keys(value).some((name) => !parts.includes(name)))
    return false;
  const { accessKey, secretKey, projects }: { [Part in keyof MockKey]?: unknown } = value;
  // In a text IDs would be found that are parts of it.
  const areProjects = projects === undefined || (Array.isArray(projects) && projects.every((id) => !aText(id)));
  return typeof accessKey === 'string' && accessKeyPattern.test(accessKey) && !aText(secretKey) && areProjects;
}
