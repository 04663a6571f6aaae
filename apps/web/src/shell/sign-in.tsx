import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Answer } from '../api/client';
import { Alert, Loaded, ProblemAlert } from '../ui/feedback';
import { Page, Section } from '../ui/page';
import { labels } from '../words/labels';
import { words } from '../words/words';
import { useLanguage, useWords } from './language';
import { useSignIn } from './session';
import { useDemoAccounts } from './showcase';

type Account = Answer<'DemoAccount'>;

const texts = words({
  nl: {
    title: 'Kies wie u bent',
    intro:
      'Dit is een voorbeeld met verzonnen gegevens. Kies een persoon en bekijk zijn of haar werk. Een wachtwoord is niet nodig.',
    ended: 'Uw sessie is afgelopen. Kies dezelfde persoon: dan staat wat u typte er nog.',
    none: 'Aanmelden kan hier nog niet',
    noneWhy: 'Voor deze omgeving is nog geen manier van aanmelden ingesteld. Neem contact op met de beheerder.',
    kinds: {
      NETWORK: 'Netwerkorganisatie',
      SUPPLIER_GROUP: 'Leveranciers',
      PRINCIPAL: 'Ministeries',
      OVERSIGHT: 'Toezicht',
    },
  },
  en: {
    title: 'Choose who you are',
    intro: 'This is an example; its data are invented. Choose a person and look at their work. No password is needed.',
    ended: 'Your session has ended. Choose the same person: what you typed is still there.',
    none: 'You cannot sign in here yet',
    noneWhy: 'No way of signing in was set up for this environment. Ask its administrator.',
    kinds: {
      NETWORK: 'Network organisation',
      SUPPLIER_GROUP: 'Suppliers',
      PRINCIPAL: 'Ministries',
      OVERSIGHT: 'Oversight',
    },
  },
});

const ORDER = ['NETWORK', 'PRINCIPAL', 'SUPPLIER_GROUP', 'OVERSIGHT'] as const;

/**
 * The way in: the accounts of the example. After choosing one, the page that was asked for opens. `ended`: a page was
 * open when the session ended.
 */
export function SignIn({ ended = false }: { readonly ended?: boolean }) {
  const t = useWords(texts);
  const accounts = useDemoAccounts();
  return (
    <Loaded of={accounts}>
      {(items) =>
        items === null ? (
          <Page title={t.none}>
            <Alert>{t.noneWhy}</Alert>
          </Page>
        ) : (
          <Page title={t.title} intro={<p>{t.intro}</p>}>
            {ended && <Alert kind="warning">{t.ended}</Alert>}
            {ORDER.map((kind) => (
              <Section key={kind} title={t.kinds[kind]}>
                <AccountList accounts={items.filter((account) => account.organisationKind === kind)} />
              </Section>
            ))}
          </Page>
        )
      }
    </Loaded>
  );
}

function AccountList({ accounts }: { readonly accounts: readonly Account[] }) {
  const language = useLanguage();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [error, setError] = useState<unknown>(null);
  const choose = async (personId: string) => {
    try {
      await signIn(personId);
      if (pathname === '/aanmelden') await navigate('/');
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <ul className="account-list">
        {accounts.map(({ personId, name, roles, organisation }) => (
          <li key={personId}>
            <button type="button" className="account" onClick={() => void choose(personId)}>
              <strong>{name}</strong>
              <span>
                {roles.map((role) => labels[language].role[role as keyof (typeof labels)['nl']['role']]).join(', ')}
              </span>
              {organisation && <span className="account-of">{organisation}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
