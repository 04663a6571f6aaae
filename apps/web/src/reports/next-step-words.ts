import { words } from '../words/words';

/** The words of the way of a report: written, checked, submitted. */
export const nextStepWords = words({
  nl: {
    title: 'Hoever is deze rapportage',
    steps: ['Invullen', 'Een collega kijkt na', 'Indienen'],
    stepsOnBehalf: ['Invullen namens de leverancier', 'Indienen'],
    done: 'gedaan',
    editedBy: (name: string, at: string) => `Laatst gewijzigd door ${name}, ${at}.`,
    checkedBy: (name: string, at: string) =>
      `Nagekeken door ${name}, ${at}. Als u iets wijzigt, moet een collega opnieuw kijken.`,
    somebody: 'iemand',
    ownEdit: 'U hebt zelf de laatste wijziging gedaan. Daarom kijkt een collega de rapportage na.',
    canCheck: 'Dit kan doen:',
    noColleague: 'U hebt nog geen collega die dit kan. Nodig een collega uit.',
    colleagues: 'Naar collega’s',
    fill: 'Vul eerst de uren, inkoop en activiteiten in. Ze worden vanzelf opgeslagen.',
    empty:
      'Was er niets te melden? Laat de rapportage dan leeg. Een collega kijkt na, daarna dient u in dat er niets was.',
    emptyAlone: 'Was er niets te melden? Dien dan in dat er niets was.',
    emptyOnBehalf: 'Heeft de leverancier niets gedaan in dit kwartaal? Dien dan in dat er niets was.',
    check: 'Ik heb de rapportage nagekeken: hij klopt',
    checkEmpty: 'Ik heb nagekeken dat er niets te melden is',
    checked: 'De rapportage is nagekeken. De coördinator kan nu indienen.',
    submit: 'Dien de rapportage in',
    submitNothing: 'Meld dat er niets was',
    submitTitle: 'Weet u zeker dat u wilt indienen?',
    submitWhat: (lines: number) =>
      lines === 1
        ? 'Er gaat 1 bijdrage naar de beoordelaar. Daarna kunt u deze rapportage niet meer wijzigen.'
        : `Er gaan ${lines} bijdragen naar de beoordelaar. Daarna kunt u deze rapportage niet meer wijzigen.`,
    submitNothingWhat: 'U meldt dat er in dit kwartaal niets was. Daarna kunt u deze rapportage niet meer wijzigen.',
    submitted: 'De rapportage is ingediend. De beoordelaar antwoordt binnen tien werkdagen.',
    waitsFor: 'De rapportage is nagekeken. Indienen kan:',
    faults: (count: number) =>
      count === 1
        ? 'Er is nog 1 ding te verbeteren voordat u kunt indienen.'
        : `Er zijn nog ${count} dingen te verbeteren voordat u kunt indienen.`,
    where: 'Het staat in rood bij de regel.',
    notOver: (last: string) =>
      `Het kwartaal loopt tot en met ${last}. Wat u invult, blijft bewaard. Indienen kan daarna.`,
    unsaved: 'Niet alles is opgeslagen. Verbeter eerst wat in rood staat.',
  },
  en: {
    title: 'How far is this report',
    steps: ['Write', 'A colleague checks', 'Submit'],
    stepsOnBehalf: ['Write on behalf of the supplier', 'Submit'],
    done: 'done',
    editedBy: (name: string, at: string) => `Last changed by ${name}, ${at}.`,
    checkedBy: (name: string, at: string) =>
      `Checked by ${name}, ${at}. If you change something, a colleague has to look again.`,
    somebody: 'somebody',
    ownEdit: 'You made the last change yourself. So a colleague checks the report.',
    canCheck: 'Who can do this:',
    noColleague: 'You have no colleague yet who can do this. Invite one.',
    colleagues: 'To colleagues',
    fill: 'First enter the hours, purchases and activities. They are saved by themselves.',
    empty:
      'Was there nothing to report? Then leave the report empty. A colleague checks, and you submit that there was nothing.',
    emptyAlone: 'Was there nothing to report? Then submit that there was nothing.',
    emptyOnBehalf: 'Did the supplier do nothing in this quarter? Then submit that there was nothing.',
    check: 'I checked the report: it is right',
    checkEmpty: 'I checked that there is nothing to report',
    checked: 'The report was checked. The coordinator can submit it now.',
    submit: 'Submit the report',
    submitNothing: 'Report that there was nothing',
    submitTitle: 'Are you sure that you want to submit?',
    submitWhat: (lines: number) =>
      lines === 1
        ? '1 contribution goes to the verifier. After that you cannot change this report.'
        : `${lines} contributions go to the verifier. After that you cannot change this report.`,
    submitNothingWhat: 'You report that there was nothing in this quarter. After that you cannot change this report.',
    submitted: 'The report was submitted. The verifier answers within ten working days.',
    waitsFor: 'The report was checked. Who can submit it:',
    faults: (count: number) =>
      count === 1
        ? '1 thing has to be mended before you can submit.'
        : `${count} things have to be mended before you can submit.`,
    where: 'It stands in red beside the line.',
    notOver: (last: string) => `The quarter runs until ${last}. What you enter is kept. You can submit after that.`,
    unsaved: 'Not everything is saved. First mend what stands in red.',
  },
});
