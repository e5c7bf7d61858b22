/** The call through clients of others, which `bench/peers` installs; their versions stand in its package.json. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { body, type Call, method, path, pathPlace, resource, token } from './init-call.ts';

const folder = fileURLToPath(new URL('../peers/', import.meta.url));
const require = createRequire(join(folder, 'package.json'));

/** By name; undefined where they are not installed. */
export async function peerCallers(baseUrl: string): Promise<Record<string, Call> | undefined> {
  if (!existsSync(join(folder, 'node_modules/.modules.yaml'))) return undefined;
  return { 'hey-api': await heyApi(baseUrl), ky: await ky(baseUrl), "the vendor's core": vendorCore(baseUrl) };
}

/** What its generator makes of the contract. */
async function heyApi(baseUrl: string): Promise<Call> {
  const generated = mkdtempSync(join(folder, 'node_modules/.hey-api-'));
  try {
    const contract = fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.json'));
    const program = join(folder, 'node_modules/.bin/openapi-ts');
    const files = ['--input', contract, '--output', generated, '--client', '@hey-api/client-fetch'];
    execFileSync(program, [...files, '--no-log-file', '--silent'], { cwd: folder, stdio: 'ignore' });
    const { build } = await import('esbuild');
    const outfile = join(generated, 'bundle.mjs');
    await build({
      entryPoints: [join(generated, 'index.ts')],
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    const sdk = await import(pathToFileURL(outfile).href);
    const headers = { 'X-Auth-Token': token };
    const call = { baseUrl, path: pathPlace, body, headers, throwOnError: true };
    return async () => (await sdk.installMultiTasks(call)).data;
  } finally {
    rmSync(generated, { recursive: true });
  }
}

async function ky(baseUrl: string): Promise<Call> {
  const { default: client } = await import(pathToFileURL(require.resolve('ky')).href);
  const headers = { 'X-Auth-Token': token };
  return () => client.post(baseUrl + resource, { json: body, headers }).json();
}

/** Through its HTTP client, as its packages for a service do; it signs nothing here. */
function vendorCore(baseUrl: string): Call {
  const { HcClient } = require('@huaweicloud/huaweicloud-sdk-core/HcClient.js');
  const { DefaultHttpClient } = require('@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js');
  const client = new HcClient(new DefaultHttpClient({}, [baseUrl]), {}).withEndpoints([baseUrl]);
  return () =>
    client.sendRequest({
      method,
      url: path,
      contentType: 'application/json',
      pathParams: pathPlace,
      queryParams: {},
      headers: { 'X-Auth-Token': token },
      data: body,
    });
}
