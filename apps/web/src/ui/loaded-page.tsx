import type { ComponentProps } from 'react';
import { isProblem } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { sayProblem } from '../words/codes';
import { words } from '../words/words';
import { Button, ButtonGroup, LinkButton } from './buttons';
import { Loaded } from './feedback';
import { Page } from './page';

const texts = words({
  nl: {
    wrong: 'Deze pagina kan nu niet worden getoond',
    missing: 'Misschien klopt het adres niet, of hoort dit bij een andere organisatie.',
    home: 'Naar de eerste pagina',
    again: 'Probeer opnieuw',
  },
  en: {
    wrong: 'This page cannot be shown now',
    missing: 'Perhaps the address is wrong, or this belongs to another organisation.',
    home: 'To the first page',
    again: 'Try again',
  },
});

/** What a whole page is about: as `Loaded`, but what is not there becomes a page with a heading and a way on. */
export function LoadedPage<T>(props: ComponentProps<typeof Loaded<T>>) {
  const t = useWords(texts);
  const language = useLanguage();
  const { data, error, refetch } = props.of;
  if (data !== undefined || !error) return <Loaded {...props} />;
  // An address whose id cannot be one leads nowhere just as well.
  const missing = isProblem(error) && (error.status === 404 || error.status === 400);
  const said = isProblem(error) ? { ...error, status: missing ? 404 : error.status } : null;
  return (
    <Page title={said ? sayProblem(language, said).title : t.wrong} intro={missing && <p>{t.missing}</p>}>
      <ButtonGroup>
        {!missing && <Button onClick={() => void refetch()}>{t.again}</Button>}
        <LinkButton to="/">{t.home}</LinkButton>
      </ButtonGroup>
    </Page>
  );
}
