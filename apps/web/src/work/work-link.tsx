import { Navigate, useParams } from 'react-router';
import { api, isProblem } from '../api/client';
import { useWords } from '../shell/language';
import { ButtonGroup, LinkButton } from '../ui/buttons';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { addressOfWork, subjectOfKey } from '../ui/work-address';
import { words } from '../words/words';

const texts = words({
  nl: {
    done: 'Dit is al gedaan, of wacht niet meer op u',
    doneWhy: 'Misschien deed een collega het. U hoeft hiervoor niets meer te doen.',
    work: 'Naar Mijn werk',
    about: 'Bekijk waar het over ging',
  },
  en: {
    done: 'This is done, or does not wait for you any more',
    doneWhy: 'Perhaps a colleague did it. You need not do anything for it any more.',
    work: 'To My work',
    about: 'See what it was about',
  },
});

/** Where a link in a mail leads: straight to the work while it waits, and else that it is done. */
export function WorkLink() {
  const { key = '' } = useParams();
  const item = api.useQuery('get', '/work-items/{key}', { params: { path: { key } } });
  // An address that cannot be a key leads to nothing that waits, either.
  const isDone = isProblem(item.error) && (item.error.status === 404 || item.error.status === 400);
  if (isDone) return <Done workKey={key} />;
  // In place of the link, so that Back goes to where the reader came from.
  return <LoadedPage of={item}>{(found) => <Navigate to={addressOfWork(found)} replace />}</LoadedPage>;
}

function Done({ workKey }: { readonly workKey: string }) {
  const t = useWords(texts);
  const about = subjectOfKey(workKey);
  return (
    <Page title={t.done} intro={<p>{t.doneWhy}</p>}>
      <ButtonGroup>
        <LinkButton weight="primary" to="/">
          {t.work}
        </LinkButton>
        {about && <LinkButton to={about}>{t.about}</LinkButton>}
      </ButtonGroup>
    </Page>
  );
}
