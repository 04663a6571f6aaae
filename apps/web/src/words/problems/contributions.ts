import { texts } from '../params';

/** Placements, reports and their lines, evidence, and deciding on claims. In Dutch a claim is a `bijdrage`. */
export const contributionProblems = texts({
  nl: {
    'placement.unknown': 'Deze plaatsing bestaat niet in dit plan, of is van een andere leverancier.',
    'placement.ref_taken': (p) => `U hebt al een plaatsing met kenmerk ${p.text('ref')}. Kies een ander kenmerk.`,
    'placement.region_unknown': (p) =>
      `Wij kennen geen arbeidsmarktregio ${p.text('region')}. Kies een regio uit de lijst.`,
    'placement.block_unknown': (p) =>
      `De waardetabel van dit plan heeft geen bouwblok ${p.named('block')}. Kies een ander bouwblok.`,
    'placement.block_of_other_kind': (p) =>
      `Bouwblok ${p.named('block')} past hier niet. Kies een bouwblok van de soort ${p.inSentence('claimKind', 'needed')}.`,
    'placement.bonus_unknown': (p) =>
      `De waardetabel van dit plan heeft geen bonus ${p.named('bonus')}. Kies een andere bonus.`,
    'placement.bonus_repeated': (p) => `Bonus ${p.named('bonus')} staat er meer dan één keer. Haal de dubbele weg.`,
    'placement.term_backwards': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'placement.claimed':
      'U hebt al uren van deze plaatsing ingediend. Daarom kunt u dit niet wijzigen. Beëindig de plaatsing en registreer een nieuwe.',
    'placement.claimed_after_end': (p) =>
      `U hebt uren ingediend tot en met ${p.day('lastClaimedOn')}. De plaatsing kan niet eerder eindigen.`,
    'placement.stale':
      'Iemand anders heeft deze plaatsing intussen gewijzigd. Bekijk de nieuwe gegevens en wijzig ze opnieuw.',
    'realised.own_with_other_party': 'U doet dit zelf. Laat de naam en het KvK-nummer van een ander leeg.',
    'realised.seller_missing': 'Vul de naam en het KvK-nummer van de sociale onderneming in.',
    'report.unknown': 'Deze rapportage bestaat niet, of u mag die niet zien.',
    'report.quarter_not_begun': 'Dit kwartaal is nog niet begonnen. Kies een eerder kwartaal.',
    'report.no_last_period': 'Er zijn in dit plan geen uren van een eerder kwartaal om over te nemen.',
    'report.placement_repeated': 'Deze plaatsing staat al op een andere regel. Zet de uren bij elkaar.',
    'report.month_repeated': (p) => `De maand ${p.month('month')} staat er meer dan één keer. Tel de uren op.`,
    'report.outside_quarter': 'Dit valt buiten het kwartaal van de rapportage. Kies een dag of maand in het kwartaal.',
    'report.submitted_already':
      'Deze rapportage is al ingediend en kan niet meer wijzigen. Maak een aanvullende rapportage over hetzelfde kwartaal.',
    'report.checked_already': 'Deze rapportage is al nagekeken en daarna niet gewijzigd.',
    'report.checked_by_editor': 'U hebt zelf de laatste wijziging gedaan. Laat een collega de rapportage nakijken.',
    'report.not_checked': 'Laat eerst een collega de rapportage nakijken. Dien de rapportage daarna in.',
    'report.empty': 'De rapportage heeft geen regels. Voeg regels toe, of geef aan dat er niets te melden is.',
    'report.not_empty': 'De rapportage heeft regels. Er is dus wel iets te melden.',
    'report.stale':
      'Iemand anders heeft deze rapportage intussen gewijzigd. Bekijk de nieuwe versie en doe uw wijziging opnieuw.',
    'report.of_others':
      'Anderen volgen de rapportages in dit plan: de netwerkorganisatie, of het ministerie dat het plan beoordeelt.',
    'report.not_late_yet': (p) =>
      `De leverancier heeft nog tot en met ${p.day('dueOn')} om zelf te rapporteren. Wacht tot die dag voorbij is.`,
    'report.came_already':
      'Er is al een rapportage over dit kwartaal ingediend. Namens de leverancier hoeft niet meer.',
    'report.on_behalf_reason_missing':
      'Schrijf in een paar woorden waarom u namens de leverancier rapporteert. De leverancier leest dit.',
    'report.on_behalf':
      'Een ambtenaar vult deze rapportage in namens de leverancier. Maak zelf een rapportage over dit kwartaal.',
    'report.on_behalf_no_placements':
      'Namens de leverancier meldt u sociale inkoop en activiteiten, of dat er niets was. Uren van plaatsingen ziet u niet.',
    'due-date.not_later': (p) => `De uiterste dag is nu al ${p.day('dueOn')}. Kies een latere dag.`,
    'due-date.too_far': (p) => `U kunt hoogstens verlengen tot ${p.day('latest')}. Daarna kunt u opnieuw verlengen.`,
    'due-date.reason_missing': 'Geef in een paar woorden de reden. De andere partij leest die.',
    'evidence.unknown': 'Dit bewijs bestaat niet, of u mag het niet zien.',
    'evidence.type_unknown': (p) =>
      `Wij kennen geen bewijs van de soort ${p.inSentence('evidenceType', 'type')}. Kies een andere soort.`,
    'evidence.type_out_of_date': (p) =>
      `Bewijs van de soort ${p.inSentence('evidenceType', 'type')} bestond nog niet of niet meer op ${p.day('seenOn')}. Kies een andere soort.`,
    'evidence.of_other_kind': (p) =>
      `Bewijs van de soort ${p.inSentence('evidenceType', 'type')} hoort niet bij de soort ${p.inSentence('claimKind', 'kind')}. Kies een andere soort.`,
    'evidence.seen_in_the_future': (p) =>
      `Vandaag is het ${p.day('today')}. Vul de dag in waarop u het bewijs hebt gezien.`,
    'evidence.ended_before_seen': 'Dit bewijs was al verlopen op de dag dat u het zag. Controleer de dagen.',
    'evidence.own': 'U hebt dit bewijs zelf opgegeven. Iemand anders moet het beoordelen.',
    'evidence.reason_missing': 'Schrijf in een paar woorden wat er niet goed is. De leverancier leest dit.',
    'claim.unknown': 'Deze bijdrage bestaat niet, of u mag die niet zien.',
    'claim.ref_taken': (p) => `U hebt al een bijdrage met kenmerk ${p.text('ref')}. Kies een ander kenmerk.`,
    'claim.repeated': (p) =>
      p.has('claim')
        ? `Bijdrage ${p.text('claim')} staat er meer dan één keer. Beslis er één keer over.`
        : 'Deze bijdrage staat er meer dan één keer. Beslis er één keer over.',
    'claim.none_named': 'Kies minstens één bijdrage.',
    'claim.of_other_supplier': 'De plaatsing is van een andere leverancier. Kies een plaatsing van uw eigen bedrijf.',
    'claim.period_backwards': 'De laatste dag ligt voor de eerste dag. Pas een van beide aan.',
    'claim.in_the_future': (p) =>
      `U kunt pas indienen wat voorbij is. Deze bijdrage eindigt na vandaag, ${p.day('today')}.`,
    'claim.over_a_quarter': 'Deze bijdrage loopt over twee kwartalen. Maak voor elk kwartaal een eigen bijdrage.',
    'claim.outside_placement': 'De plaatsing liep toen niet. Kies een maand waarin de plaatsing liep.',
    'claim.overlaps':
      'Voor deze dagen hebt u al een bijdrage van dezelfde plaatsing ingediend. Haal de dubbele dagen weg.',
    'claim.already_decided': (p) =>
      `Over bijdrage ${p.text('claim')} is al besloten. De status is: ${p.inSentence('claimStatus', 'status')}.`,
    'claim.not_accepted': (p) =>
      `U kunt alleen een geaccepteerde bijdrage terugdraaien. Bijdrage ${p.text('claim')} heeft de status: ${p.inSentence('claimStatus', 'status')}.`,
    'claim.own': (p) => `U hebt bijdrage ${p.text('claim')} zelf ingediend. Iemand anders moet erover beslissen.`,
    'claim.reason_missing': 'Geef in een paar woorden de reden. De leverancier leest die.',
    'claim.rejection_corrected':
      'U wijst deze bijdrage af en verbetert die ook. Accepteer de bijdrage met de juiste cijfers, of haal de verbetering weg.',
    'claim.correction_empty': 'Vul het juiste cijfer in, of haal de verbetering weg.',
    'claim.correction_of_other_kind': (p) =>
      p.is('kind', 'PURCHASE')
        ? 'Verbeter bij sociale inkoop alleen het factuurbedrag, niet de uren.'
        : 'Verbeter hier alleen de uren, niet het factuurbedrag.',
    'claim.value_too_large': (p) => `De waarde wordt hoger dan ${p.euros('max')}. Controleer de uren of het bedrag.`,
  },
  en: {
    'placement.unknown': 'This placement is not in this plan, or it is of another supplier.',
    'placement.ref_taken': (p) => `You have a placement with reference ${p.text('ref')} already. Choose another one.`,
    'placement.region_unknown': (p) => `We know no labour market region ${p.text('region')}. Choose one from the list.`,
    'placement.block_unknown': (p) =>
      `The value table of this plan has no building block ${p.named('block')}. Choose another one.`,
    'placement.block_of_other_kind': (p) =>
      `Building block ${p.named('block')} does not fit here. Choose a block of the kind ${p.inSentence('claimKind', 'needed')}.`,
    'placement.bonus_unknown': (p) =>
      `The value table of this plan has no bonus ${p.named('bonus')}. Choose another bonus.`,
    'placement.bonus_repeated': (p) => `Bonus ${p.named('bonus')} is there more than once. Remove the double one.`,
    'placement.term_backwards': 'The last day is before the first day. Change one of them.',
    'placement.claimed':
      'You submitted hours of this placement already, so this cannot change. End the placement and register a new one.',
    'placement.claimed_after_end': (p) =>
      `You submitted hours up to and including ${p.day('lastClaimedOn')}. The placement cannot end earlier.`,
    'placement.stale': 'Somebody else changed this placement meanwhile. Look at what it is now and change it again.',
    'realised.own_with_other_party': 'You do this yourself. Leave the name and the KvK number of another party out.',
    'realised.seller_missing': 'Enter the name and the KvK number of the social enterprise.',
    'report.unknown': 'This report does not exist, or you may not see it.',
    'report.quarter_not_begun': 'This quarter has not begun yet. Choose an earlier quarter.',
    'report.no_last_period': 'This plan has no hours of an earlier quarter to copy.',
    'report.placement_repeated': 'This placement stands on another line already. Put its hours together.',
    'report.month_repeated': (p) => `The month ${p.month('month')} is there more than once. Add its hours up.`,
    'report.outside_quarter': 'This is outside the quarter of the report. Choose a day or month in the quarter.',
    'report.submitted_already':
      'This report was submitted already and cannot change. Make a supplementary report for the same quarter.',
    'report.checked_already': 'This report was checked already and has not changed since.',
    'report.checked_by_editor': 'You made the last change yourself. Have a colleague check the report.',
    'report.not_checked': 'First have a colleague check the report. Then submit it.',
    'report.empty': 'The report has no lines. Add lines, or say that there is nothing to report.',
    'report.not_empty': 'The report has lines. So there is something to report.',
    'report.stale': 'Somebody else changed this report meanwhile. Look at the new version and make your change again.',
    'report.of_others':
      'Others follow the reports on this plan: the network organisation, or the ministry that verifies the plan.',
    'report.not_late_yet': (p) =>
      `The supplier has until ${p.day('dueOn')} to report itself. Wait until that day has passed.`,
    'report.came_already': 'A report of this quarter was submitted already. Nobody has to report for the supplier.',
    'report.on_behalf_reason_missing':
      'Say in a few words why you report on behalf of the supplier. The supplier reads it.',
    'report.on_behalf': 'An official writes this report on behalf of the supplier. Make a report of your own.',
    'report.on_behalf_no_placements':
      'On behalf of the supplier you report purchases and activities, or that there was nothing. You see no hours.',
    'due-date.not_later': (p) => `The last day is ${p.day('dueOn')} already. Choose a later day.`,
    'due-date.too_far': (p) => `You can extend to ${p.day('latest')} at most. After that you can extend again.`,
    'due-date.reason_missing': 'Give the reason in a few words. The other side reads it.',
    'evidence.unknown': 'This evidence does not exist, or you may not see it.',
    'evidence.type_unknown': (p) =>
      `We know no evidence of the kind ${p.inSentence('evidenceType', 'type')}. Choose another kind.`,
    'evidence.type_out_of_date': (p) =>
      `Evidence of the kind ${p.inSentence('evidenceType', 'type')} did not exist on ${p.day('seenOn')}. Choose another kind.`,
    'evidence.of_other_kind': (p) =>
      `Evidence of the kind ${p.inSentence('evidenceType', 'type')} does not belong to the kind ${p.inSentence('claimKind', 'kind')}. Choose another one.`,
    'evidence.seen_in_the_future': (p) => `Today is ${p.day('today')}. Enter the day on which you saw the evidence.`,
    'evidence.ended_before_seen': 'This evidence had ended on the day on which you saw it. Check the days.',
    'evidence.own': 'You declared this evidence yourself. Somebody else has to judge it.',
    'evidence.reason_missing': 'Say in a few words what is not good. The supplier reads it.',
    'claim.unknown': 'This contribution does not exist, or you may not see it.',
    'claim.ref_taken': (p) => `You have a contribution with reference ${p.text('ref')} already. Choose another one.`,
    'claim.repeated': (p) =>
      p.has('claim')
        ? `Contribution ${p.text('claim')} is there more than once. Decide on it once.`
        : 'This contribution is there more than once. Decide on it once.',
    'claim.none_named': 'Choose at least one contribution.',
    'claim.of_other_supplier': 'The placement is of another supplier. Choose a placement of your own company.',
    'claim.period_backwards': 'The last day is before the first day. Change one of them.',
    'claim.in_the_future': (p) =>
      `You can only submit what is over. This contribution ends after today, ${p.day('today')}.`,
    'claim.over_a_quarter': 'This contribution runs over two quarters. Make a contribution for each quarter.',
    'claim.outside_placement': 'The placement did not run then. Choose a month in which it ran.',
    'claim.overlaps':
      'You submitted a contribution of the same placement for these days before. Remove the double days.',
    'claim.already_decided': (p) =>
      `Contribution ${p.text('claim')} was decided on already. Its status is: ${p.inSentence('claimStatus', 'status')}.`,
    'claim.not_accepted': (p) =>
      `Only an accepted contribution can be reversed. The status of contribution ${p.text('claim')} is: ${p.inSentence('claimStatus', 'status')}.`,
    'claim.own': (p) => `You submitted contribution ${p.text('claim')} yourself. Somebody else has to decide on it.`,
    'claim.reason_missing': 'Give the reason in a few words. The supplier reads it.',
    'claim.rejection_corrected':
      'You reject this contribution and correct it too. Accept it with the right figures, or leave the correction out.',
    'claim.correction_empty': 'Enter the right figure, or leave the correction out.',
    'claim.correction_of_other_kind': (p) =>
      p.is('kind', 'PURCHASE')
        ? 'Of a purchase only the invoice is corrected, not the hours.'
        : 'Correct only the hours here, not the invoice.',
    'claim.value_too_large': (p) => `The value would be above ${p.euros('max')}. Check the hours or the amount.`,
  },
});
