/** The contract as a site: where it is built to, and a server for it. */
export { siteFolder } from './site-folder.ts';
export { type Docs, type DocsOptions, startDocs } from './start-docs.ts';
