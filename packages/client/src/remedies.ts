/** The words of the contract and of this client on what an error means, and what to do: `connect({ ..., remedies })` puts them into errors. */
import { failures } from '@roma-fdi/types';
import { checkBaseUrl, explainForeign, explainProxy } from './errors/foreign-answer.ts';
import type { Remedies } from './errors/words.ts';

export type { Explanation, FailureExplanation, Remedies } from './errors/words.ts';

const noConnection = {
  meaning: 'no connection, or it broke before an answer',
  remedy: 'Check baseUrl (http or https, host, port) or region, and the network.',
};

export const remedies: Remedies = {
  ofFailure(answer, known) {
    const foreign = explainForeign(answer, known);
    if (foreign) return { ...foreign, isGuess: true };
    return known && { ...failures[known.name], isGuess: false };
  },
  ofConnection: (fault) => explainProxy(fault) ?? noConnection,
  checkAddress: checkBaseUrl,
};
