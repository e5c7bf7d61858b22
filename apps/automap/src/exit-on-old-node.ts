/** To be imported before anything else, so that an old Node ends with a sentence and not with a stack. */
import { exitOnOldNode } from '@roma-fdi/command-line/old-node';

exitOnOldNode(new URL('../package.json', import.meta.url));
