import type { Answer } from '../api/client';
import { workKindWords } from '../words/work-kinds';
import { words, type Language } from '../words/words';

/** What a moment is about, by the kinds of work that it is of: "Aan de rapportage beginnen, de rapportage afmaken". */
export function nameOfMoment(language: Language, { kinds }: Pick<Answer<'ReminderMomentAnswer'>, 'kinds'>): string {
  return kinds
    .map((kind) => workKindWords[language][kind as keyof (typeof workKindWords)['nl']] ?? kind)
    .map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(', ');
}

export const momentWords = words({
  nl: {
    title: 'Wanneer er een mail komt',
    intro:
      'Waarover wij mailen, wanneer en aan wie. Elke werkdag om zeven uur, en alleen als het werk nog niet is gedaan.',
    caption: 'Over welk werk er een mail komt, wanneer en aan wie',
    what: 'Werk',
    steps: 'Wanneer en aan wie',
    source: 'Waarom dan?',
    sourceOf: (name: string) => `Waarom dan? Over: ${name}`,
    validFrom: (from: string) => `geldt vanaf ${from}`,
    validUntil: (until: string) => `geldt tot en met ${until}`,
    none: 'Er zijn nog geen momenten',
    noneWhy: 'Zonder momenten gaat er geen mail uit. Vraag de beheerder om ze te laden.',
    deviations: 'Tijdelijk anders',
    deviationsIntro:
      'Voor een ministerie of een plan kunnen herinneringen later komen of wegblijven, met een reden en een einde.',
    make: 'Zet herinneringen tijdelijk stil of later',
    deviationCaption: 'Waar herinneringen tijdelijk anders zijn',
    moment: 'Over welk werk',
    of: 'Voor',
    allOf: (code: string) => `alles van ${code}`,
    change: 'Wat is er anders',
    later: (days: string) => `${days} dagen later`,
    silent: 'Geen herinneringen',
    when: 'Van en tot en met',
    period: (from: string, until: string) => `${from} tot en met ${until}`,
    over: 'Voorbij',
    runs: 'Geldt nu',
    toCome: 'Begint nog',
    neverHeld: 'Ingetrokken',
    reason: 'Waarom',
    by: (name: string, date: string) => `${name}, ${date}`,
    somebody: 'iemand',
    end: 'Beëindig',
    endWhat: (name: string) => `De herinneringen over ‘${name}’ komen vanaf vandaag weer gewoon.`,
    endTitle: 'Afwijking beëindigen?',
    ended: 'De herinneringen komen weer gewoon.',
    noDeviations: 'Overal komen de herinneringen zoals hierboven staat',
    noDeviationsWhy: 'Is er een goede reden om even niet te mailen? Leg dat vast, dan staat het hier.',
  },
  en: {
    title: 'When a mail comes',
    intro: 'What we mail about, when and to whom. Every working day at seven, and only when the work is not done yet.',
    caption: 'About which work a mail comes, when and to whom',
    what: 'Work',
    steps: 'When and to whom',
    source: 'Why then?',
    sourceOf: (name: string) => `Why then? About: ${name}`,
    validFrom: (from: string) => `holds from ${from}`,
    validUntil: (until: string) => `holds until ${until}`,
    none: 'There are no moments yet',
    noneWhy: 'Without moments no mail goes out. Ask the operator to load them.',
    deviations: 'Different for a while',
    deviationsIntro: 'For a ministry or a plan reminders can come later or stay away, with a reason and an end.',
    make: 'Put reminders on hold, or later',
    deviationCaption: 'Where reminders are different for a while',
    moment: 'About which work',
    of: 'For',
    allOf: (code: string) => `everything of ${code}`,
    change: 'What is different',
    later: (days: string) => `${days} days later`,
    silent: 'No reminders',
    when: 'From and until',
    period: (from: string, until: string) => `${from} until ${until}`,
    over: 'Over',
    runs: 'Holds now',
    toCome: 'Still to begin',
    neverHeld: 'Withdrawn',
    reason: 'Why',
    by: (name: string, date: string) => `${name}, ${date}`,
    somebody: 'somebody',
    end: 'End',
    endWhat: (name: string) => `From today the reminders about ‘${name}’ come as usual again.`,
    endTitle: 'End this deviation?',
    ended: 'The reminders come as usual again.',
    noDeviations: 'Everywhere the reminders come as above',
    noDeviationsWhy: 'Is there a good reason not to mail for a while? Write it down, and it is here.',
  },
});
