import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../shell/language';
import { words } from '../words/words';
import { Link } from './buttons';

const texts = words({
  nl: { product: 'Social return', path: 'Kruimelpad' },
  en: { product: 'Social return', path: 'Breadcrumbs' },
});

interface PageProps {
  /** The heading of level 1, also the title of the browser's tab. */
  readonly title: string;
  /** The pages above this one, outermost first. */
  readonly path?: readonly { readonly to: string; readonly label: string }[];
  /** One or two sentences: what is this page for. */
  readonly intro?: ReactNode;
  /** Badges beside the title. */
  readonly state?: ReactNode;
  /** Buttons of the page as a whole. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One screen. After following a link the focus goes to its heading, so that a screen reader tells where one is. */
export function Page({ title, path = [], intro, state, actions, children }: PageProps) {
  const t = useWords(texts);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = `${title} - ${t.product}`;
  }, [title, t]);
  useEffect(() => {
    // The first page of a visit keeps the focus where the browser has it.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [pathname, key]);
  return (
    <div className="page">
      {path.length > 0 && (
        <nav aria-label={t.path} className="crumbs">
          <ol>
            {path.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div>
          <h1 className="utrecht-heading-1" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {state && <div className="page-state">{state}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {intro && <div className="page-intro">{intro}</div>}
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** Set apart in a frame of its own. */
  readonly framed?: boolean;
  readonly id?: string;
  readonly children?: ReactNode;
}

/** A part of a screen under a heading of level 2. */
export function Section({ title, intro, actions, framed = false, id, children }: SectionProps) {
  return (
    <section className={framed ? 'section framed' : 'section'} id={id}>
      <div className="section-head">
        <h2 className="utrecht-heading-2">{title}</h2>
        {actions}
      </div>
      {intro && <div className="section-intro">{intro}</div>}
      {children}
    </section>
  );
}
