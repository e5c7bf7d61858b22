/** The tries in a worker at the edge: a request to `/?url=ADDRESS` is answered with the findings. */
import { createFdiClient } from '@roma-fdi/client';
import { aksk } from '@roma-fdi/client/aksk';
import { tryAwkwardAnswers } from './awkward-answers.ts';

export default {
  async fetch(request: { readonly url: string }): Promise<Response> {
    const url = new URL(request.url).searchParams.get('url') ?? '';
    return Response.json(await tryAwkwardAnswers({ createFdiClient, aksk }, url, String));
  },
};
