import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { components, paths } from './schema';

/** The answers and bodies of the API by their names in its description, e.g. `Answer<'ContractAnswer'>`. */
export type Answer<Name extends keyof components['schemas']> = components['schemas'][Name];
/** Why the API did not carry out a request. */
export type Problem = Answer<'Problem'>;

/**
 * The token that every change sends along: of the session that this page has read. Not the cookie's, which another tab
 * may have changed since: what somebody does on a page is never done in the name of who signed in elsewhere.
 */
let token: string | null = null;
/** From now on changes are made in this session; null in none. */
export const changeInSession = (csrfToken: string | null) => {
  token = csrfToken;
};

const sendToken: Middleware = {
  onRequest({ request }) {
    if (token !== null && request.method !== 'GET') request.headers.set('X-CSRF-Token', token);
    return request;
  },
};

/** What cannot be read as a problem (a proxy's page, a connection that broke) becomes one, so that screens know one kind. */
const asProblem: Middleware = {
  onResponse({ response }) {
    if (response.ok || response.headers.get('content-type')?.includes('json')) return response;
    const problem = { type: 'about:blank', status: response.status, title: '', detail: '', code: 'web.unreadable' };
    return new Response(JSON.stringify(problem), {
      status: response.status,
      headers: { 'content-type': 'application/json' },
    });
  },
  onError() {
    const problem: Problem = { type: 'about:blank', status: 0, title: '', detail: '', code: 'web.unreachable' };
    return new Response(JSON.stringify(problem), { status: 503, headers: { 'content-type': 'application/json' } });
  },
};

/** Plain calls: `const { data, error } = await client.POST('/contracts', { body })`. */
export const client = createFetchClient<paths>({
  baseUrl: `${location.origin}/v1`,
  querySerializer: { array: { style: 'form', explode: true } },
});
client.use(sendToken, asProblem);

/** Calls with a cache, for screens: `api.useQuery('get', '/contracts/{contractId}', { params })`. */
export const api = createQueryClient(client);

/** Whether something thrown by a call is the API's own problem answer. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error;
}
