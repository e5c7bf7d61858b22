import { createFdiClient, isApiError, isTimeoutError } from '@roma-fdi/client';

const { FDI_URL, FDI_PROJECT, FDI_INSTANCE, FDI_TOKEN } = process.env as Record<string, string>;
const fdi = createFdiClient({
  baseUrl: FDI_URL!,
  projectId: FDI_PROJECT!,
  instanceId: FDI_INSTANCE!,
  credentials: FDI_TOKEN!,
});

try {
  await fdi.tasks.delete('ffffffffffffffffffffffffffffffff', { timeout: 5_000 });
} catch (error) {
  if (isApiError(error, 'TaskNotFound')) console.log('it is gone already');
  else if (isApiError(error)) console.log(error.status, error.code, error.remedy, error.requestId, error.retryAfter);
  else if (isTimeoutError(error)) console.log('look whether the task is still there');
  else throw error;
}
