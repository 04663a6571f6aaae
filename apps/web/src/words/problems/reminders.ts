import { texts } from '../params';

/** Reminders, what was written down of talks, and the mails and jobs behind them. */
export const reminderProblems = texts({
  nl: {
    'deviation.subject_missing': 'Kies een opdrachtgever of een plan, en niet allebei.',
    'deviation.moment_unknown': 'Dit moment bestaat niet. Kies een moment uit de lijst.',
    'deviation.not_yours':
      'Hierover gaat iemand anders. Een ministerie beslist over de eigen contracten, en wie een plan beoordeelt over dat plan.',
    'deviation.overlaps': (p) =>
      `Er is al een afwijking van ${p.day('from')} tot en met ${p.day('until')}. Beëindig die eerst, of kies andere dagen.`,
    'deviation.unknown': 'Deze afwijking bestaat niet, of u mag die niet zien.',
    'deviation.ended': (p) => `Deze afwijking liep tot en met ${p.day('until')} en geldt niet meer.`,
    'deviation.in_the_past': 'Wat verstuurd is, is verstuurd. Begin vandaag of later.',
    'deviation.term_backwards': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'deviation.too_long': (p) =>
      `Een afwijking duurt hoogstens ${p.whole('days')} dagen. Kies een eerdere laatste dag.`,
    'milestone.subject_unknown': 'Wij kennen dit niet, of u mag het niet zien. Kies opnieuw.',
    'milestone.not_yours':
      'Dit legt iemand anders vast: bij een contract het ministerie of het netwerk, bij een plaatsing de leverancier.',
    'milestone.of_other_subject': (p) =>
      `Dit past niet bij elkaar. ‘${p.label('milestoneKind', 'kind')}’ legt u vast bij: ${p.inSentence('milestoneSubject', 'type')}.`,
    'milestone.in_the_future': 'Leg dit vast op de dag zelf of later. Kies vandaag of een eerdere dag.',
    'milestone.too_early': (p) =>
      `‘${p.label('milestoneKind', 'kind')}’ kan hier op zijn vroegst op ${p.day('from')}. Kies die dag of een latere dag.`,
    'milestone.unknown': 'Dit is niet vastgelegd, of u mag het niet zien.',
    'milestone.of_others': 'Een andere organisatie heeft dit vastgelegd. Alleen die organisatie kan het intrekken.',
    'milestone.withdrawn_already': 'Dit is al ingetrokken. U hoeft niets te doen.',
    'person.mail_not_held_back': 'Deze persoon krijgt al gewoon mail. U hoeft niets te doen.',
    'signal-change.subject_missing': 'Kies een plan of een contract, en niet allebei.',
    'failed-job.unknown': 'Deze taak is niet (meer) mislukt. Misschien is die al opnieuw gedaan. Ververs de lijst.',
    'queue.unavailable': 'De wachtrij is niet bereikbaar. Er is niets veranderd. Probeer het later nog eens.',
    'demo-mail.none': 'Hier bewaren wij geen mails om te bekijken. Kijk in uw eigen mailbox.',
    'demo-mail.unknown': 'Deze mail is er niet meer, of is niet aan u gericht.',
  },
  en: {
    'deviation.subject_missing': 'Choose a principal or a plan, and not both.',
    'deviation.moment_unknown': 'There is no such moment. Choose one from the list.',
    'deviation.not_yours':
      'Somebody else decides this. A ministry decides on its own contracts, and who verifies a plan on that plan.',
    'deviation.overlaps': (p) =>
      `There is a deviation already from ${p.day('from')} until ${p.day('until')}. End that one first, or choose other days.`,
    'deviation.unknown': 'This deviation does not exist, or you may not see it.',
    'deviation.ended': (p) => `This deviation ran until ${p.day('until')} and holds no more.`,
    'deviation.in_the_past': 'What was sent was sent. Begin today or later.',
    'deviation.term_backwards': 'The last day is before the first. Change one of them.',
    'deviation.too_long': (p) => `A deviation lasts ${p.whole('days')} days at most. Choose an earlier last day.`,
    'milestone.subject_unknown': 'We do not know this, or you may not see it. Choose again.',
    'milestone.not_yours':
      'Somebody else writes this down: of a contract the ministry or the network, of a placement the supplier.',
    'milestone.of_other_subject': (p) =>
      `These do not go together. ‘${p.label('milestoneKind', 'kind')}’ is written down with: ${p.inSentence('milestoneSubject', 'type')}.`,
    'milestone.in_the_future': 'Write this down on the day itself or later. Choose today or an earlier day.',
    'milestone.too_early': (p) =>
      `‘${p.label('milestoneKind', 'kind')}’ can be here on ${p.day('from')} at the earliest. Choose that day or a later one.`,
    'milestone.unknown': 'This was not written down, or you may not see it.',
    'milestone.of_others': 'Another organisation wrote this down. Only that organisation can take it back.',
    'milestone.withdrawn_already': 'This was taken back already. You need not do anything.',
    'person.mail_not_held_back': 'Mail goes to this person already. You need not do anything.',
    'signal-change.subject_missing': 'Choose a plan or a contract, and not both.',
    'failed-job.unknown': 'This job has not failed (any more). It may have been done again. Load the list again.',
    'queue.unavailable': 'The queue cannot be reached. Nothing was changed. Try again later.',
    'demo-mail.none': 'No mails are kept to look at here. Look in your own mailbox.',
    'demo-mail.unknown': 'This mail is not there any more, or it is not to you.',
  },
});
