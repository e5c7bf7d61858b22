/** To be imported before anything else, so that a program on an old Node gets a sentence and not what is missing there. */
import { whyNodeIsTooOld } from '@roma-fdi/command-line/old-node';

const why = whyNodeIsTooOld(new URL('../package.json', import.meta.url));
if (why !== undefined) throw new Error(why);
