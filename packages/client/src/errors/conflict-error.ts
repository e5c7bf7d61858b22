/** The error for a thing that is there already and is another one than was asked for. */
import type { DataSourceRsp } from '../answers/answer-types.ts';
import { FdiError, nameErrors } from './fdi-error.ts';

/** A data source has the name already, and differs from what it was to be. Nothing was changed. */
export class ConflictError extends FdiError {
  static {
    nameErrors(ConflictError, 'ConflictError');
  }

  /** The one that is there. */
  readonly existing: DataSourceRsp;
  /** What differs, by names such as `datasource_type` and `content.host`; no values, which may hold secrets. */
  readonly differences: readonly string[];

  constructor(existing: DataSourceRsp, differences: readonly string[]) {
    super(
      `A data source with the name of the body is registered already (${existing.datasource_id}) and differs in ` +
        `${differences.join(', ')}. Give the new one another name, or change the other one with dataSources.update.`,
    );
    this.existing = existing;
    this.differences = differences;
  }
}
