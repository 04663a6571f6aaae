import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../shell/language';
import { isProblem } from '../api/client';
import { sayProblem } from '../words/codes';
import { words } from '../words/words';
import { Button } from './buttons';
import { classNames } from './class-names';

const texts = words({
  nl: { loading: 'Bezig met laden …', again: 'Probeer opnieuw', wrong: 'Dit ging niet goed', close: 'Sluit melding' },
  en: { loading: 'Loading …', again: 'Try again', wrong: 'This went wrong', close: 'Close message' },
});

type Kind = 'info' | 'ok' | 'warning' | 'error';

/** A message that stays on the screen, in words and not by colour alone. */
export function Alert({
  kind = 'info',
  title,
  children,
}: {
  readonly kind?: Kind;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind} alert`} role={kind === 'error' ? 'alert' : undefined}>
      {title && <p className="alert-title">{title}</p>}
      {children}
    </div>
  );
}

/** Why something could not be read or done, with the way to try again. */
export function ProblemAlert({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useWords(texts);
  const language = useLanguage();
  if (!isProblem(error)) return <Alert kind="error" title={t.wrong} />;
  const { title, faults } = sayProblem(language, error);
  return (
    <Alert kind="error" title={title}>
      {faults.length > 0 && (
        <ul className="plain-list">
          {faults.map(({ pointer, text }, index) => (
            <li key={`${pointer}${index}`}>{text}</li>
          ))}
        </ul>
      )}
      {retry && <Button onClick={retry}>{t.again}</Button>}
    </Alert>
  );
}

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  /** A query of `api.useQuery`. */
  readonly of: Reading<T>;
  /** How many grey lines hold the place until the answer is there, so that nothing jumps. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be. What was read before stays until the new is there. */
export function Loaded<T>({ of, lines = 6, children }: LoadedProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ProblemAlert error={of.error} retry={() => void of.refetch()} />;
  return <Skeleton lines={lines} />;
}

export function Skeleton({ lines }: { readonly lines: number }) {
  const t = useWords(texts);
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** An empty list says what would be here and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

type Tone = 'neutral' | 'good' | 'notice' | 'bad' | 'quiet';

/** A state in a word; the tone only repeats what the word says. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

interface Notice {
  readonly text: string;
  readonly undo?: { readonly label: string; readonly act: () => void };
}
const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

const NOTICE_MS = 8_000;

/** Says in passing that something was done; screen readers hear it. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const t = useWords(texts);
  const [notice, setNotice] = useState<Notice | null>(null);
  const say = useCallback((said: Notice) => setNotice(said), []);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const context = useMemo(() => say, [say]);
  return (
    <NoticeContext value={context}>
      {children}
      <div className={classNames('notice', notice && 'is-shown')} role="status">
        {notice && (
          <>
            <span>{notice.text}</span>
            {notice.undo && (
              <button type="button" className="notice-button" onClick={notice.undo.act}>
                {notice.undo.label}
              </button>
            )}
            <button type="button" className="notice-button" aria-label={t.close} onClick={() => setNotice(null)}>
              ×
            </button>
          </>
        )}
      </div>
    </NoticeContext>
  );
}

/** `say({ text: 'Opgeslagen' })` after something succeeded. */
export const useNotice = () => useContext(NoticeContext);
