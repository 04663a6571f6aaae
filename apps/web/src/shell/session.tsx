import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { changeInSession, client, type Answer } from '../api/client';

export type Session = Answer<'SessionAnswer'>;

const SessionContext = createContext<Session | null>(null);
export const SESSION_KEY = ['session'];
export const DEMO_KEY = ['demo-accounts'];

/** Who is signed in; null for nobody. Thrown problems (the API cannot be reached) are the query's error. */
export function useSessionQuery() {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: SESSION_KEY,
    staleTime: Infinity,
    // Meanwhile somebody else may have signed in, or out, in another tab.
    refetchOnWindowFocus: 'always',
    queryFn: async () => {
      const { data, error, response } = await client.GET('/session');
      if (data) {
        changeInSession(data.csrfToken);
        readAs(queryClient, data.person.id);
        return data;
      }
      if (response.status === 401) return null;
      throw error;
    },
  });
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of a page behind sign-in. */
export function useSession() {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages behind sign-in');
  return {
    ...session,
    face: session.person.organisation.kind,
    /** Whether the person may do this; the API asks again. */
    can: (permission: string) => session.permissions.includes(permission),
    has: (role: Session['person']['roles'][number]) => session.person.roles.includes(role),
  };
}

/** Whose answers the screens have read. */
const readers = new WeakMap<QueryClient, string>();

/** Forgets all that was read until now, unless by this same person: it was another's. */
function readAs(queryClient: QueryClient, personId: string | null) {
  if (personId !== null && readers.get(queryClient) === personId) return;
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== SESSION_KEY[0] && name !== DEMO_KEY[0] });
  if (personId === null) readers.delete(queryClient);
  else readers.set(queryClient, personId);
}

/** Opens a session of the demo, and forgets what another person has read in this browser. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return async (personId: string) => {
    const { data, error } = await client.POST('/session', { body: { personId } });
    if (!data) throw error;
    changeInSession(data.csrfToken);
    readAs(queryClient, data.person.id);
    queryClient.setQueryData(SESSION_KEY, data);
  };
}

/**
 * Keeps the language that somebody chose for the screens as that of its mails. A choice that cannot be kept now still holds
 * for the screens.
 */
export function useKeepLanguage() {
  const queryClient = useQueryClient();
  return async (language: Session['person']['language']) => {
    const answer = await client.PUT('/session/language', { body: { language } }).catch(() => null);
    if (answer?.data) queryClient.setQueryData(SESSION_KEY, answer.data);
  };
}

/** Ends the session, and forgets what was read in it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return async () => {
    await client.DELETE('/session');
    queryClient.setQueryData(SESSION_KEY, null);
    readAs(queryClient, null);
  };
}
