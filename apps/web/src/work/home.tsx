import { PoolOverview } from '../pool/overview';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Page, Section } from '../ui/page';
import { words } from '../words/words';
import { OwnYear } from './own-year';
import { WorkList } from './work-list';

const texts = words({
  nl: {
    work: 'Mijn werk',
    workIntro: 'Wat op u wacht, het eerste bovenaan.',
    mails: 'Bekijk de mails die u kreeg',
    overview: 'Social return van het Rijk',
    overviewIntro:
      'Het Rijk legt leveranciers elk jaar voor minstens € 130 miljoen social return op. Dit komt ervan terecht.',
  },
  en: {
    work: 'My work',
    workIntro: 'What waits for you, the first one on top.',
    mails: 'See the mails that you got',
    overview: 'Social return of the central government',
    overviewIntro:
      'Every year the central government imposes at least EUR 130 million of social return on its suppliers. This comes of it.',
  },
});

/** The first page: for the network and its auditors how the pool goes, for everybody what waits for them. */
export function Home() {
  const t = useWords(texts);
  const { can, face, has } = useSession();
  const overview = can('impact.read') && can('rankings.read');
  const work = (
    <Section title={t.work} intro={<p>{t.workIntro}</p>}>
      <WorkList below={2} />
      <Link to="/berichten">{t.mails}</Link>
    </Section>
  );
  if (overview) {
    return (
      <Page title={t.overview} intro={<p>{t.overviewIntro}</p>}>
        <PoolOverview />
        {!has('AUDITOR') && work}
      </Page>
    );
  }
  return (
    <Page title={t.work} intro={<p>{t.workIntro}</p>}>
      <WorkList below={1} />
      <Link to="/berichten">{t.mails}</Link>
      {can('impact.read') && <OwnYear supplier={face === 'SUPPLIER_GROUP'} />}
    </Page>
  );
}
