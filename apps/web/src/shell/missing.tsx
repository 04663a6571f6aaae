import { Link } from '../ui/buttons';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { useWords } from './language';

const texts = words({
  nl: {
    missing: 'Deze pagina is er niet',
    why: 'Misschien klopt het adres niet, of hoort de pagina bij een andere organisatie.',
    crash: 'Er ging iets mis op deze pagina',
    reload: 'Laad de pagina opnieuw. Wat u had opgeslagen, is bewaard.',
    home: 'Naar de eerste pagina',
  },
  en: {
    missing: 'This page does not exist',
    why: 'Perhaps the address is wrong, or the page belongs to another organisation.',
    crash: 'Something went wrong on this page',
    reload: 'Reload the page. What you had saved is kept.',
    home: 'To the first page',
  },
});

/** An address that leads nowhere. */
export function MissingPage() {
  const t = useWords(texts);
  return (
    <Page title={t.missing} intro={<p>{t.why}</p>}>
      <Link to="/">{t.home}</Link>
    </Page>
  );
}

/** A fault of ours: never a white page. */
export function CrashPage() {
  const t = useWords(texts);
  return (
    <Page title={t.crash} intro={<p>{t.reload}</p>}>
      <a className="utrecht-link" href="/">
        {t.home}
      </a>
    </Page>
  );
}
