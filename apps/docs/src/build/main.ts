/** `turbo run build`: builds the site into the folder that the server serves. */
import { siteFolder } from '../site-folder.ts';
import { buildSite } from './build-site.ts';

await buildSite(siteFolder);
