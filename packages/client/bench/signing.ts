/** What a signature costs: ours by both ways, against bare node:crypto and the signer of the vendor's Node SDK, in the same run. */
import { createHmac, hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { routes } from '@roma-fdi/types';
import { aksk as byWebCrypto } from '../src/credentials/aksk.ts';
import { aksk as byNodeCrypto } from '../src/credentials/aksk-node.ts';
import { draftOf } from '../src/credentials/draft.ts';
import type { UnsignedRequest } from '../src/credentials.ts';

type Sign = () => unknown;

interface Signer {
  readonly name: string;
  readonly sign: Sign;
}

interface Figure {
  readonly name: string;
  /** CPU time of a signature; other work on the machine adds little to it. */
  readonly cpu_us: number;
  /** Against bare node:crypto in the batch beside it. */
  readonly ratio: number;
}

const key = { accessKey: 'EXAMPLEACCESSKEY', secretKey: 'example-secret-key-for-docs-only' };
const projectId = 'c53626012ba84727b938ca8bf03108ef';
const path = routes.installMultiTasks.path
  .replace('{project_id}', projectId)
  .replace('{instance_id}', 'fae7ff6c-8e07-4cf8-9e67-589cab2f017c');
const source = '30969b205e8f4392a25fb321112d1753';
const data = { source_datasource_id: source, target_datasource_id: source, auto_mapping: false };
const request: UnsignedRequest = {
  method: routes.installMultiTasks.method,
  url: `https://roma.cn-north-4.myhuaweicloud.com${path}`,
  headers: new Headers({ 'content-type': 'application/json' }),
  body: JSON.stringify(data),
  projectId,
  signal: new AbortController().signal,
};

/** The two hashes and the HMAC alone, of texts that are there. */
function bare(): Sign {
  const { body = '' } = request;
  const canonical = draftOf(request, key, '20260101T000000Z').canonical(hash('sha256', body));
  return () => {
    hash('sha256', body);
    const text = `SDK-HMAC-SHA256\n20260101T000000Z\n${hash('sha256', canonical)}`;
    return createHmac('sha256', key.secretKey).update(text).digest('hex');
  };
}

/** Undefined where the vendor's SDK is not installed. */
function core(): Sign | undefined {
  try {
    const require = createRequire(new URL('../../../test/foreign-tools/package.json', import.meta.url));
    const { AKSKSigner } = require('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner');
    const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials');
    const credential = new BasicCredentials({ ak: key.accessKey, sk: key.secretKey, projectId });
    const { method, url: endpoint } = request;
    const headers = { 'content-type': 'application/json', 'X-Project-Id': projectId };
    return () => AKSKSigner.sign({ method, endpoint, headers, data, queryParams: {} }, credential);
  } catch {
    return undefined;
  }
}

async function batch(sign: Sign, size: number): Promise<number> {
  const start = process.cpuUsage();
  for (let n = 0; n < size; n++) {
    const signed = sign();
    // What is there at once is not waited for, as in a loop by hand.
    if (signed instanceof Promise) await signed;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / size;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function compare(signers: readonly Signer[], reference: Sign, rounds: number, size: number): Promise<Figure[]> {
  const times = new Map(signers.map(({ name }) => [name, [] as { own: number; bare: number }[]]));
  // The first rounds warm up and are not counted.
  for (let round = -5; round < rounds; round++) {
    for (const { name, sign } of signers) {
      const beside = await batch(reference, size);
      const own = await batch(sign, size);
      if (round >= 0) times.get(name)?.push({ own, bare: beside });
    }
  }
  return [...times].map(([name, pairs]) => ({
    name,
    cpu_us: median(pairs.map(({ own }) => own)),
    ratio: median(pairs.map((pair) => pair.own / pair.bare)),
  }));
}

const command = createCommand(
  'npm run bench -- signing',
  `Signs init, with a body of 140 bytes, again and again, and prints the CPU time of a signature. Each signer's batches alternate with those
of bare node:crypto, which hashes ready texts; the ratio is the median of the paired ratios. The signer of the vendor's Node SDK takes part
where it is installed: npx pnpm --dir test/foreign-tools install.`,
)
  .addOption(wholeNumber('--rounds <N>', 'pairs of batches', { default: 60, least: 1, most: 999_999 }))
  .addOption(wholeNumber('--size <N>', 'signatures in a batch', { default: 500, least: 1, most: 999_999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const { rounds, size, json } = readProcessArguments<{
  readonly rounds: number;
  readonly size: number;
  readonly json?: string;
}>(command);

const node = byNodeCrypto(key);
const web = byWebCrypto(key);
const vendor = core();
const figures = await compare(
  [
    { name: 'bare node:crypto', sign: bare() },
    { name: '@roma-fdi/client/aksk, node:crypto', sign: () => node.sign(request) },
    { name: '@roma-fdi/client/aksk, WebCrypto', sign: () => web.sign(request) },
    ...(vendor ? [{ name: '@huaweicloud/huaweicloud-sdk-core', sign: vendor }] : []),
  ],
  bare(),
  rounds,
  size,
);
console.log(`A signature of init, Node ${process.versions.node}`);
console.table(
  figures.map(({ name, cpu_us, ratio }) => ({
    '': name,
    'CPU, us': Number(cpu_us.toFixed(1)),
    'over bare node:crypto': `${ratio.toFixed(2)} x`,
  })),
);
if (!vendor) console.log('The signer of the vendor is not installed: npx pnpm --dir test/foreign-tools install.');
if (json) writeFileSync(json, `${JSON.stringify({ node: process.versions.node, figures }, null, 2)}\n`);
