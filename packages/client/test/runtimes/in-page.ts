/** The tries in a browser's page, which the server itself has served. */
import { createFdiClient } from '@roma-fdi/client';
import { aksk } from '@roma-fdi/client/aksk';
import { type Findings, tryAwkwardAnswers } from './awkward-answers.ts';

declare const location: { readonly origin: string };

// The page's test waits for it.
Object.assign(globalThis, {
  findings: tryAwkwardAnswers({ createFdiClient, aksk }, location.origin, String) satisfies Promise<Findings>,
});
