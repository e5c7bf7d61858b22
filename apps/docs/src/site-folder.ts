/** Where the built site is. */
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that `npm run build` makes; it can be served by any web server, below any path. */
export const siteFolder = fileURLToPath(new URL('../dist/site', import.meta.url));
