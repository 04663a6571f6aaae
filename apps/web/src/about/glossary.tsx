import { useLanguage, useWords } from '../shell/language';
import { Page } from '../ui/page';
import { glossary } from '../words/glossary';
import { words } from '../words/words';

const texts = words({
  nl: { title: 'Begrippen', intro: 'De woorden van social return, elk in één zin.' },
  en: { title: 'Glossary', intro: 'The words of social return, each in one sentence.' },
});

/** The words of the field. */
export function Glossary() {
  const t = useWords(texts);
  const terms = glossary[useLanguage()];
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <dl className="facts">
        {terms.map(({ term, meaning }) => (
          <div key={term}>
            <dt>
              <strong>{term}</strong>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
