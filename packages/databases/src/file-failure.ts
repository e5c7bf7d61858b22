/** What the file system reports, as our error. */
import { CatalogError } from './catalog-error.ts';

/** @param name what the message calls the file, ready to print */
export function fileFailure(error: unknown, name: string): CatalogError {
  if (error instanceof CatalogError) return error;
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new CatalogError('missing', `There is no file ${name}.`, error);
    case 'EACCES':
    case 'EPERM':
      return new CatalogError('refused', `${name} may not be read by this process: its file rights forbid it.`, error);
    case 'ELOOP':
      return new CatalogError('outside', `The path of ${name} leads through a link.`, error);
    default:
      return new CatalogError('unreadable', `${name} could not be read from the disk.`, error);
  }
}
