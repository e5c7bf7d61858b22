/** The words of the contract and of this client on what an error means, and what to do: `connect({ ..., remedies })` puts them into errors. */
import { failureWords } from '@roma-fdi/types';
import { meaningOf } from './errors/failures.ts';
import { checkBaseUrl, explainForeign, explainProxy } from './errors/foreign-answer.ts';
import type { Remedies } from './errors/words.ts';

export type { Explanation, FailureExplanation, Remedies } from './errors/words.ts';

const noConnection = {
  meaning: 'no connection, or it broke before an answer',
  remedy: 'Check baseUrl (http or https, host, port) or region, and the network.',
};

export const remedies: Remedies = {
  ofFailure(answer) {
    const known = meaningOf(answer.status, answer.code, answer.name);
    const foreign = explainForeign(answer, known);
    const { meaning, remedy } = foreign ?? (known ? failureWords[known.name] : {});
    return { failure: known?.name, action: known?.action, meaning, remedy, isGuess: foreign !== undefined };
  },
  ofConnection: (fault) => explainProxy(fault) ?? noConnection,
  ofTimeout: 'The service may still finish the call; look before you repeat it, or give it longer (option timeout).',
  ofAnswer: {
    redirect: 'The credentials must not reach another address. If the API moved there, give that address as baseUrl.',
    empty: checkBaseUrl,
    'not-json': `If it is a page, a website has the address, or a proxy answered. ${checkBaseUrl}`,
    'too-large': 'Ask for less at once (limit), or raise the option maxAnswerBytes.',
    shape: `Is this the address of the API? ${checkBaseUrl}`,
  },
};
