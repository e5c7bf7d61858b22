/** The project and the instance of a path, as the store has them. */
import type { Scope } from '../store/records.ts';

export const scopeOf = (path: { readonly project_id: string; readonly instance_id: string }): Scope => ({
  project: path.project_id,
  instance: path.instance_id,
});
