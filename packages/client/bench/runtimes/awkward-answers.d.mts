/** Types of awkward-answers.mjs. */
type Create = (options: {
  baseUrl: string;
  projectId: string;
  instanceId: string;
  credentials: string;
  maxRetries: number;
  timeout: number;
}) => {
  readonly compositeTasks: { init(body: { auto_mapping: boolean }): Promise<unknown> };
  readonly tasks: { delete(taskId: string): Promise<unknown> };
};

export declare const awkwardAnswers: readonly { readonly name: string }[];
export declare function findings(create: Create, address: string): Promise<string[]>;
