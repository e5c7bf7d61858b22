/** Queries that Kysely compiles once: on the way of every answer, compiling costs more than running. */
import type { Compilable, CompiledQuery } from '#kysely';
import type { Database } from './tables.ts';

/** Stands for a value while the query is compiled. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * @param build makes the query; it must not look at the values of its input, since it runs once for all of them
 * @returns runs the query with the values of its input
 */
export function prepared<Input extends object, Row>(
  build: (db: Database, input: Input) => Compilable<Row>,
): (db: Database, input: Input) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, input) => {
    compiled ??= build(db, placeholders as Input).compile();
    const parameters = compiled.parameters.map((value) =>
      value instanceof Placeholder ? Reflect.get(input, value.name) : value,
    );
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

const placeholders: unknown = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
