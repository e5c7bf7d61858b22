/** Builds the site: the contract with its samples and marks, rendered by Redoc into one page; the pages beside it; and the contract itself. */
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withCodeSamples } from './code-samples.ts';
import { bundles, type Contract, contract } from './contract.ts';
import { contradictionsPage } from './contradictions-page.ts';
import { errorsPage } from './errors-page.ts';
import { finishPage } from './finish-page.ts';
import { withOriginMarks } from './origin-marks.ts';
import { headerStyles, icon, iconAddress } from './page.ts';
import { withPageLinks } from './page-links.ts';
import { withWholeParameterTexts } from './parameter-texts.ts';
import { pages } from './reference-links.ts';
import { withServerAddresses } from './server-addresses.ts';
import { siteHeader } from './site-header.ts';

const redoc = fileURLToPath(new URL('../../redoc/', import.meta.url));
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/** Puts the site into `folder`, in place of what was there; the same contract gives the same bytes. */
export async function buildSite(folder: string): Promise<void> {
  const shown = [withOriginMarks, withWholeParameterTexts, withPageLinks, withCodeSamples, withServerAddresses];
  const made = {
    // Redoc takes the longest: what is wrong with the data is found before.
    [pages.errors]: errorsPage(contract),
    [pages.contradictions]: contradictionsPage(contract),
    [pages.reference]: finishPage(await render(shown.reduce((text, change) => change(text), contract))),
  };
  await mkdir(dirname(folder), { recursive: true });
  const built = await mkdtemp(`${folder}-`);
  await chmod(built, 0o755);
  for (const [name, page] of Object.entries(made)) await writeFile(join(built, name), page);
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
    const settings = {
      config: `${redoc}redocly.yaml`,
      template: `${redoc}template.hbs`,
      output,
      title,
      'templateOptions.metaDescription': summary,
      'templateOptions.icon': iconAddress,
      'templateOptions.header': siteHeader('reference', icon),
      'templateOptions.styles': `${headerStyles}\n${await readFile(`${redoc}styles.css`, 'utf8')}`,
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
