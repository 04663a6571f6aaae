import { useNavigate } from 'react-router';
import { day, quarter } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Empty } from '../ui/feedback';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { words } from '../words/words';
import { useDueQuarter } from '../api/due-quarter';
import { MoreTime } from './more-time';

const texts = words({
  nl: {
    title: 'Geef uitstel',
    plan: 'Het plan',
    intro: (supplier: string, of: string, on: string) =>
      `${supplier} moet over het ${of} rapporteren. De uiterste dag is ${on}.`,
    none: 'Over dit kwartaal is uitstel niet nodig',
    noneWhy: 'De rapportage is er al, of het kwartaal is nog niet voorbij.',
  },
  en: {
    title: 'Give more time',
    plan: 'The plan',
    intro: (supplier: string, of: string, on: string) => `${supplier} has to report on ${of}. The last day is ${on}.`,
    none: 'This quarter needs no more time',
    noneWhy: 'The report is there, or the quarter is not over yet.',
  },
});

/** More time for a supplier that did not report a quarter yet, also when it did not begin. */
export function GiveTime() {
  const t = useWords(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { due, found } = useDueQuarter();
  return (
    <LoadedPage of={due}>
      {() =>
        found ? (
          <Page
            title={t.title}
            path={[{ to: `/plannen/${found.planId}`, label: t.plan }]}
            intro={<p>{t.intro(found.supplierName, quarter(language, found.quarter), day(language, found.dueOn))}</p>}
          >
            <MoreTime of={found} onDone={() => navigate(`/plannen/${found.planId}`)} />
          </Page>
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
