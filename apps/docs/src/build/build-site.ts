/** Builds the site: the contract with its samples and marks, rendered by Redoc into one page, and the contract itself. */
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withCodeSamples } from './code-samples.ts';
import { bundles, type Contract, contract } from './contract.ts';
import { finishPage } from './finish-page.ts';
import { withOriginMarks } from './origin-marks.ts';
import { withWholeParameterTexts } from './parameter-texts.ts';
import { withServerAddresses } from './server-addresses.ts';

const redoc = fileURLToPath(new URL('../../redoc/', import.meta.url));
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** Puts the site into `folder`, in place of what was there; the same contract gives the same bytes. */
export async function buildSite(folder: string): Promise<void> {
  const shown = [withCodeSamples, withOriginMarks, withWholeParameterTexts, withServerAddresses];
  const page = finishPage(await render(shown.reduce((text, change) => change(text), contract)));
  await mkdir(dirname(folder), { recursive: true });
  const built = await mkdtemp(`${folder}-`);
  await chmod(built, 0o755);
  await writeFile(join(built, 'index.html'), page);
  for (const [name, bundle] of Object.entries(bundles)) await copyFile(bundle, join(built, name));
  // Swapped at the end: a build that fails leaves the earlier site as it is.
  await rm(folder, { recursive: true, force: true });
  await rename(built, folder);
}

/** The page as Redoc makes it. */
async function render(contract: Contract): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'roma-fdi-docs-'));
  try {
    const input = join(scratch, 'openapi.json');
    const output = join(scratch, 'index.html');
    await writeFile(input, JSON.stringify(contract));
    const { title, summary } = contract.info;
    const icon = await readFile(`${redoc}icon.svg`, 'utf8');
    const settings = {
      config: `${redoc}redocly.yaml`,
      template: `${redoc}template.hbs`,
      output,
      title,
      'templateOptions.metaDescription': summary,
      'templateOptions.icon': `data:image/svg+xml,${encodeURIComponent(icon)}`,
      'templateOptions.styles': await readFile(`${redoc}styles.css`, 'utf8'),
    };
    const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const run = promisify(execFile);
    await run(process.execPath, [redocly, 'build-docs', input, '--inlineBundle', ...options], { env }).catch(
      (error) => {
        throw new Error(`Redoc could not build the page:\n${error.stderr || error.message}`);
      },
    );
    return await readFile(output, 'utf8');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
