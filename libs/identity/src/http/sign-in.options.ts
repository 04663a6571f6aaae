/** How people sign in at this process, and how their session is kept in a browser. */
export interface SignInOptions {
  /** Accounts of the demo are chosen, without proof; only on a database that the demo made. */
  readonly demo: boolean;
  /** Cookies go over TLS only: true wherever the product is reached over a network. */
  readonly secureCookies: boolean;
}

export const SIGN_IN_OPTIONS = Symbol('sign-in options');

/** The cookie with the session; its `__Host-` name makes a browser refuse it from anybody but this very host. */
export const sessionCookie = ({ secureCookies }: SignInOptions): string =>
  secureCookies ? '__Host-sr_session' : 'sr_session';

/** The cookie from which a page of ours reads the token that goes along as a header with every change. */
export const CSRF_COOKIE = 'sr_csrf';
export const CSRF_HEADER = 'x-csrf-token';
