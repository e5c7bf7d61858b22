/** The one copy of json-schema-faker that Prism uses; an `import` would load a second one, whose options Prism never sees. */
import { createRequire } from 'node:module';

// The build replaces this module by a `require` that esbuild can follow.
export default createRequire(import.meta.url)('json-schema-faker') as typeof import('json-schema-faker');
