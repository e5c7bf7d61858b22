/** The tries in a browser's page, which the server itself has served. */
import * as sdk from '@roma-fdi/client';
import { type Findings, tryAwkwardAnswers } from './awkward-answers.ts';

declare const location: { readonly origin: string };

// The page's test waits for it.
Object.assign(globalThis, {
  findings: tryAwkwardAnswers(sdk, location.origin, String) satisfies Promise<Findings>,
});
