import { Activity, useState, type ReactNode } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { Link } from '../ui/buttons';
import { NoticeProvider, ProblemAlert, Skeleton } from '../ui/feedback';
import { labels } from '../words/labels';
import { words, type Language } from '../words/words';
import { useLanguage, useLanguageChoice, useWords } from './language';
import { entriesFor, navigationWords } from './navigation';
import { SessionProvider, useKeepLanguage, useSession, useSessionQuery, useSignOut } from './session';
import { useHasMailbox, useShowcase } from './showcase';
import { SignIn } from './sign-in';

const texts = words({
  nl: {
    skip: 'Naar de inhoud',
    product: 'Social return',
    tagline: 'van contract tot banen',
    menu: 'Menu',
    main: 'Hoofdmenu',
    signOut: 'Uitloggen',
    other: 'In English',
    footer: 'Over deze website',
    accessibility: 'Toegankelijkheid',
    words: 'Begrippen',
    api: 'API',
    demo: 'Dit is een voorbeeld met verzonnen gegevens.',
    as: (name: string, role: string) => `U kijkt mee als ${name}, ${role}.`,
    choose: 'Kijk als iemand anders',
    post: 'Uw post',
  },
  en: {
    skip: 'Skip to content',
    product: 'Social return',
    tagline: 'from contract to jobs',
    menu: 'Menu',
    main: 'Main menu',
    signOut: 'Sign out',
    other: 'In het Nederlands',
    footer: 'About this website',
    accessibility: 'Accessibility',
    words: 'Glossary',
    api: 'API',
    demo: 'This is an example; its data are invented.',
    as: (name: string, role: string) => `You are looking as ${name}, ${role}.`,
    choose: 'Look as somebody else',
    post: 'Your mail',
  },
});

/**
 * What stands around every page. Who is not signed in gets the way in, at the same address. When a session ends while a
 * page is open, the page waits out of sight: the same person finds there what was typed, another person a page of his own.
 */
export function Layout() {
  const query = useSessionQuery();
  const [last, setLast] = useState(query.data);
  if (query.data && query.data !== last) setLast(query.data);
  const session = query.data ?? last;
  const isIn = Boolean(query.data);
  const keepLanguage = useKeepLanguage();
  const showcase = useShowcase(query.data === null && !session);
  if (session) {
    return (
      <SessionProvider key={session.person.id} session={session}>
        <Frame
          navigation={isIn && <Navigation />}
          account={isIn && <Account />}
          banner={isIn && <DemoBanner />}
          onLanguage={(language) => isIn && void keepLanguage(language)}
        >
          {!isIn && <SignIn ended />}
          <Activity mode={isIn ? 'visible' : 'hidden'}>
            <Outlet />
          </Activity>
        </Frame>
      </SessionProvider>
    );
  }
  const waiting = query.isPending || showcase === 'opening';
  return (
    <Frame>
      {query.error ? (
        <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      ) : waiting ? (
        <Skeleton lines={8} />
      ) : (
        <SignIn />
      )}
    </Frame>
  );
}

/** Header, navigation, content and footer. */
export function Frame({
  navigation,
  account,
  banner,
  onLanguage,
  children,
}: {
  readonly navigation?: ReactNode;
  readonly account?: ReactNode;
  readonly banner?: ReactNode;
  /** Hears which language somebody chose. */
  readonly onLanguage?: (language: Language) => unknown;
  readonly children: ReactNode;
}) {
  const t = useWords(texts);
  const { language, choose } = useLanguageChoice();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <NoticeProvider>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">
        {t.skip}
      </a>
      <header className="header">
        <div className="bar">
          <Link to="/" className="wordmark">
            {t.product} <span>{t.tagline}</span>
          </Link>
          <div className="header-end">
            {account}
            <button
              type="button"
              className="header-button"
              lang={other}
              onClick={() => {
                choose(other);
                onLanguage?.(other);
              }}
            >
              {t.other}
            </button>
          </div>
        </div>
      </header>
      {navigation}
      {banner}
      <main id="content" className="bar content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <nav className="bar" aria-label={t.footer}>
          <Link to="/begrippen">{t.words}</Link>
          <Link to="/toegankelijkheid">{t.accessibility}</Link>
          <a className="utrecht-link utrecht-link--html-a" href="/v1/docs">
            {t.api}
          </a>
        </nav>
      </footer>
      <ScrollRestoration />
    </NoticeProvider>
  );
}

function Navigation() {
  const t = useWords(texts);
  const label = useWords(navigationWords);
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState(pathname);
  const shown = open && openedAt === pathname;
  return (
    <nav className="navigation" aria-label={t.main}>
      <div className="bar">
        <button
          type="button"
          className="navigation-toggle"
          aria-expanded={shown}
          aria-controls="navigation-list"
          onClick={() => {
            setOpen(!shown);
            setOpenedAt(pathname);
          }}
        >
          {t.menu}
        </button>
        <ul id="navigation-list" className={shown ? 'is-open' : undefined}>
          {entriesFor(session).map(({ to, label: name }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                {label[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function Account() {
  const t = useWords(texts);
  const { person } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  // First away from the page: on the first page of the example, nobody would be signed in again by itself.
  const leave = async () => {
    await navigate('/aanmelden');
    await signOut();
  };
  return (
    <>
      <span className="account-name">{person.name}</span>
      <button type="button" className="header-button" onClick={() => void leave()}>
        {t.signOut}
      </button>
    </>
  );
}

function DemoBanner() {
  const t = useWords(texts);
  const language = useLanguage();
  const { person } = useSession();
  const demo = useShowcase(false);
  const hasMailbox = useHasMailbox(demo !== 'none');
  if (demo === 'none') return null;
  const role = person.roles
    .map((name) => labels[language].role[name as keyof (typeof labels)['nl']['role']].toLowerCase())
    .join(', ');
  return (
    <aside className="demo-banner" aria-label={t.demo}>
      <div className="bar">
        <span>
          {t.demo} {t.as(person.name, role)}
        </span>
        <span className="row">
          {hasMailbox && <Link to="/post">{t.post}</Link>}
          <Link to="/aanmelden">{t.choose}</Link>
        </span>
      </div>
    </aside>
  );
}
