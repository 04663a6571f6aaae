import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { client } from '../api/client';
import { DEMO_KEY, useSignIn } from './session';

/** The accounts of the example; null where the product runs for real and offers none. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: DEMO_KEY,
    staleTime: Infinity,
    queryFn: async () => {
      const { data, error, response } = await client.GET('/demo-accounts');
      if (data) return data.items;
      if (response.status === 404) return null;
      throw error;
    },
  });
}

/** Whether the example keeps the mails that it would send; asked where there is an example only. */
export function useHasMailbox(enabled: boolean): boolean {
  const { data } = useQuery({
    queryKey: [...DEMO_KEY, 'mailbox'],
    enabled,
    staleTime: Infinity,
    queryFn: async () => (await client.GET('/demo-mails')).response.ok,
  });
  return data ?? false;
}

/**
 * Whether there is an example to look around in. A stranger who opens its first page should see the figures, not a form:
 * with `enter`, and unless the page to choose an account is asked for, its showcase account is opened by itself.
 */
export function useShowcase(enter: boolean): 'none' | 'offered' | 'opening' {
  const accounts = useDemoAccounts();
  const signIn = useSignIn();
  const { pathname } = useLocation();
  const tried = useRef(false);
  const showcase = accounts.data?.find((account) => account.showcase);
  const opening = enter && pathname === '/' && (accounts.isPending || (showcase !== undefined && !tried.current));
  useEffect(() => {
    if (!enter || pathname !== '/' || !showcase || tried.current) return;
    tried.current = true;
    void signIn(showcase.personId);
  }, [enter, pathname, showcase, signIn]);
  if (opening) return 'opening';
  return accounts.data ? 'offered' : 'none';
}
