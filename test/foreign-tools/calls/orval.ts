/** What orval generates for zod, as a judge of bodies. It is compiled and run beside the generated files alone. */
import * as generated from './generated/index.js';

/** What its schema finds wrong with the body of an operation; empty where it takes it. */
export function judge(operationId: string, body: unknown): string[] {
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Body`;
  const schema = (generated as Record<string, unknown>)[name] as typeof generated.InstallMultiTasksBody | undefined;
  if (!schema) return [`nothing was generated for ${operationId}`];
  const { error } = schema.safeParse(body);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
