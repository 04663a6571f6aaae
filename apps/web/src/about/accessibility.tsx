import { useWords } from '../shell/language';
import { Page, Section } from '../ui/page';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Toegankelijkheid',
    intro: 'Iedereen moet met deze website kunnen werken. Daarom volgen wij de richtlijn WCAG 2.2, niveau AA.',
    done: 'Wat wij doen',
    doneItems: [
      'Elke pagina werkt met alleen een toetsenbord.',
      'Elke pagina werkt op een scherm van 320 pixels breed, en bij 400% vergroting.',
      'Elk plaatje met cijfers staat er ook als tabel.',
      'Kleur is nooit de enige manier waarop wij iets zeggen.',
      'Bij elke wijziging controleert een programma alle schermen op de regels die een programma kan controleren.',
    ],
    notDone: 'Wat nog niet is gedaan',
    notDoneText:
      'Een onderzoek door een onafhankelijk bureau, en een test door mensen met een schermlezer, zijn nog niet gedaan. Een programma vindt maar een deel van de problemen.',
    statement: 'Verklaring',
    statementText:
      'De organisatie die deze website in gebruik neemt, is verplicht een toegankelijkheidsverklaring te publiceren. Deze pagina is geen verklaring.',
    help: 'Werkt iets niet?',
    helpText:
      'Meld het aan uw contactpersoon bij de netwerkorganisatie. Schrijf erbij op welke pagina u was en wat u wilde doen.',
  },
  en: {
    title: 'Accessibility',
    intro: 'Everybody should be able to work with this website. We therefore follow WCAG 2.2, level AA.',
    done: 'What we do',
    doneItems: [
      'Every page works with a keyboard alone.',
      'Every page works on a screen of 320 pixels wide, and at 400% zoom.',
      'Every picture with figures is also there as a table.',
      'Colour is never the only way in which we say something.',
      'With every change a program checks all screens for the rules that a program can check.',
    ],
    notDone: 'What has not been done yet',
    notDoneText:
      'An audit by an independent party and a test by people with a screen reader have not been done yet. A program finds only a part of the problems.',
    statement: 'Statement',
    statementText:
      'The organisation that puts this website to use has to publish an accessibility statement. This page is none.',
    help: 'Does something not work?',
    helpText: 'Tell your contact at the network organisation. Say on which page you were and what you wanted to do.',
  },
});

/** What the product does for everybody to be able to use it, and what has not been done. */
export function Accessibility() {
  const t = useWords(texts);
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Section title={t.done}>
        <ul className="plain-list">
          {t.doneItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.notDone}>
        <p>{t.notDoneText}</p>
      </Section>
      <Section title={t.statement}>
        <p>{t.statementText}</p>
      </Section>
      <Section title={t.help}>
        <p>{t.helpText}</p>
      </Section>
    </Page>
  );
}
