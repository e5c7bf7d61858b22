/** The project and the instance of a row, as its columns have them: to be written, and as the condition of a statement. */
import type { Scope } from '../records.ts';

export const inScope = ({ project, instance }: Scope) => ({ project_id: project, instance_id: instance });
