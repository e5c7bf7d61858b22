// A worker at the edge (Cloudflare, Deno Deploy, any runtime with fetch handlers): answers GET /TASK with the doubtful mappings of a task. Operations are
// imported one by one, so that the bundle holds one of them.

import { isApiError } from '@roma-fdi/client';
import { connect, listMultiTaskMappings } from '@roma-fdi/client/calls';

export interface Env {
  readonly FDI_URL: string;
  readonly FDI_PROJECT: string;
  readonly FDI_INSTANCE: string;
  readonly FDI_TOKEN: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const task_id = new URL(request.url).pathname.slice(1);
    const fdi = connect({
      baseUrl: env.FDI_URL,
      projectId: env.FDI_PROJECT,
      instanceId: env.FDI_INSTANCE,
      credentials: env.FDI_TOKEN,
      // A visitor waits.
      timeout: 10_000,
      maxRetries: 1,
    });
    try {
      // Whoever leaves ends the call, too.
      const options = { signal: request.signal };
      const page = await listMultiTaskMappings(fdi, { path: { task_id }, query: { limit: 100 } }, options);
      return Response.json((page.mappings ?? []).filter(({ mapping_percent = 0 }) => mapping_percent < 90));
    } catch (error) {
      const isGone = isApiError(error, 'TaskNotFound');
      return Response.json({ error: isGone ? 'no such task' : 'try again later' }, { status: isGone ? 404 : 503 });
    }
  },
};
