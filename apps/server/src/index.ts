/** The self-hosted server as a library, for programs that host it themselves. */
import './refuse-old-node.ts';

export { type Config, ConfigError, createConfig, type Settings } from './config.ts';
export { type Overrides, type Server, startServer } from './start-server.ts';
export { isHeld as isStoreInUse } from './store/sqlite/file-lock.ts';
export { StoreError } from './store/store-error.ts';
