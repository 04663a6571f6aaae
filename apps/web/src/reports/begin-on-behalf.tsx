import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { day, quarter } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Alert, Empty } from '../ui/feedback';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { useDueQuarter, type DueQuarter } from '../api/due-quarter';

const texts = words({
  nl: {
    title: 'Rapporteer namens de leverancier',
    plan: 'Het plan',
    intro: (supplier: string, of: string, on: string) =>
      `${supplier} heeft niet gerapporteerd over het ${of}. De uiterste dag was ${on}.`,
    what: 'Wat er gebeurt',
    seen: 'De leverancier ziet wat u invult en waarom, en kan daarna nog iets aanvullen.',
    judged: 'Een beoordelaar kijkt extra goed. U beslist zelf niet over wat u hier invult.',
    noHours: 'U meldt sociale inkoop en activiteiten, of dat er niets was. Uren van plaatsingen ziet u niet.',
    onlyKnown: 'U kunt uren melden van plaatsingen die er al zijn. Nieuwe plaatsingen registreert de leverancier.',
    reason: 'Waarom rapporteert u namens de leverancier?',
    reasonHint: 'De leverancier en de beoordelaar lezen dit.',
    begin: 'Begin met de rapportage',
    none: 'Over dit kwartaal hoeft u niet namens de leverancier te rapporteren',
    noneWhy: 'De rapportage is er al, of de leverancier heeft nog tijd.',
  },
  en: {
    title: 'Report on behalf of the supplier',
    plan: 'The plan',
    intro: (supplier: string, of: string, on: string) => `${supplier} did not report on ${of}. The last day was ${on}.`,
    what: 'What happens',
    seen: 'The supplier sees what you enter and why, and can still add to it.',
    judged: 'A verifier looks twice. You do not decide on what you enter here.',
    noHours: 'You report purchases and activities, or that there was nothing. You see no hours of placements.',
    onlyKnown: 'You can report hours of placements that there are. The supplier registers new ones.',
    reason: 'Why do you report on behalf of the supplier?',
    reasonHint: 'The supplier and the verifier read this.',
    begin: 'Begin the report',
    none: 'You need not report this quarter on behalf of the supplier',
    noneWhy: 'The report is there, or the supplier still has time.',
  },
});

/** An official begins a report on behalf of a supplier that is late. */
export function BeginOnBehalf() {
  const t = useWords(texts);
  const { due, found } = useDueQuarter();
  return (
    <LoadedPage of={due}>
      {() =>
        found && found.daysLate > 0 ? (
          <Begin found={found} />
        ) : (
          <Page title={t.title}>
            <Empty title={t.none}>
              <p>{t.noneWhy}</p>
            </Empty>
          </Page>
        )
      }
    </LoadedPage>
  );
}

function Begin({ found }: { readonly found: DueQuarter }) {
  const t = useWords(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { face } = useSession();
  const begin = api.useMutation('post', '/reports-on-behalf');
  const form = useForm({ defaultValues: { reason: '' } });
  const { planId, supplierKvkNumber, supplierName, quarter: of, dueOn } = found;
  return (
    <Page
      title={t.title}
      path={[{ to: `/plannen/${planId}`, label: t.plan }]}
      intro={<p>{t.intro(supplierName, quarter(language, of), day(language, dueOn))}</p>}
    >
      <Alert title={t.what}>
        <ul className="plain-list">
          <li>{t.seen}</li>
          <li>{t.judged}</li>
          <li>{face === 'NETWORK' ? t.onlyKnown : t.noHours}</li>
        </ul>
      </Alert>
      <Form
        form={form}
        submit={t.begin}
        onSubmit={async ({ reason }) => {
          const body = { planId, supplierKvkNumber, quarter: of, reason };
          const { id } = await begin.mutateAsync({ body });
          await navigate(`/rapportages/${id}`, { replace: true });
        }}
      >
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
      </Form>
    </Page>
  );
}
