import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LANGUAGES, type Language, type Words } from '../words/words';

const KEPT_AS = 'language';

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Choice>({ language: 'nl', choose: () => undefined });

const kept = () => LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ?? 'nl';

/** Dutch unless somebody chose otherwise in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        localStorage.setItem(KEPT_AS, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language of the screens and the way to change it. */
export const useLanguageChoice = () => useContext(LanguageContext);
/** The language of the screens: the first argument of everything in `format.ts`. */
export const useLanguage = () => useContext(LanguageContext).language;
/** The words of a screen in the language of the moment. */
export function useWords<T>(both: Words<T>): T {
  return both[useLanguage()];
}
