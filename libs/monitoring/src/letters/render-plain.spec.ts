import { keyOf, ofSupplier, workItem, type WorkItem, type WorkItemKind } from '../domain/work-item';
import { composeDigest } from './compose-digest';
import { renderPlain } from './render-plain';
import type { DigestItem } from './types';

function item(kind: WorkItemKind, known: Partial<WorkItem>, key?: string): DigestItem {
  const party = ofSupplier('g1', ['SUPPLIER_COORDINATOR']);
  const made = workItem(kind, { type: 'PLAN', id: 'p1', name: 'Schoonmaak' }, party, {
    quarter: '2026-04-01',
    ...known,
  });
  return { key: key ?? keyOf(made), kind, reason: 'FIRST', item: made };
}
const late = (one: DigestItem): DigestItem => ({ ...one, reason: 'LATE' });
const mail = (day: string, items: readonly DigestItem[]) =>
  composeDigest({
    language: 'nl',
    person: { name: 'Fatima', side: 'SUPPLIER', roles: [], organisation: null },
    day,
    baseUrl: 'https://sr.example.nl',
    items,
    stillOpen: 0,
    carriedOver: false,
  });

it('reads as a list: the day, to whom, about what, and what it says of each item', () => {
  const dueOn = '2026-07-30';
  const several = ['Catering', 'Groen'].map((planName) => item('REPORT_TO_OPEN', { planName, dueOn }, planName));
  const undated = item('CLAIMS_TO_CORRECT', { planName: 'Een plan met een naam die van geen ophouden weet' });
  const mails = [
    { day: '2026-07-16', to: 'Fatima (Helder)', mail: mail('2026-07-16', [item('REPORT_TO_OPEN', { dueOn })]) },
    { day: '2026-07-16', to: 'Jan (Helder)', mail: mail('2026-07-16', [...several, undated]) },
    { day: '2026-07-31', to: 'Fatima\n(Helder)', mail: mail('2026-07-31', [late(item('REPORT_TO_OPEN', { dueOn }))]) },
  ];
  expect(renderPlain(mails)).toBe(`Donderdag 16 juli 2026

  Aan Fatima (Helder)
  "Rapportage tweede kwartaal: indienen uiterlijk 30 juli (plan Schoonmaak)"
  Niets is te laat. Alvast één datum om rekening mee te houden.
  - Rapportage tweede kwartaal van plan Schoonmaak: indienen. Uiterlijk donderdag 30 juli, over 14 dagen. Het kwartaal is voorbij, dus u kunt beginnen. Hebt u niets te melden? Dan geeft u dat in één stap door.

  Aan Jan (Helder)
  "Rapportage tweede kwartaal van 2 plannen uiterlijk 30 juli, en nog 1 zaak"
  Er wachten drie zaken op u. Niets is te laat.
  - Rapportage tweede kwartaal van 2 plannen: indienen. Uiterlijk donderdag 30 juli, over 14 dagen. Het kwartaal is voorbij, dus u kunt beginnen. Hebt u niets te melden? Dan geeft u dat in één stap door. Plan Catering; Plan Groen.
  - Afgewezen bijdragen tweede kwartaal van plan Een plan met een naam die van geen ophouden weet: bekijken. De beoordelaar heeft opgeschreven waarom. Is het te herstellen? Dien de bijdragen dan verbeterd opnieuw in.

Vrijdag 31 juli 2026

  Aan Fatima (Helder)
  "Rapportage tweede kwartaal van plan Schoonmaak is 1 dag te laat"
  Eén zaak is blijven liggen. Komt u er niet uit? We helpen u graag.
  - Rapportage tweede kwartaal van plan Schoonmaak: indienen. De laatste dag was donderdag 30 juli; dat is gisteren. Tot de rapportage binnen is, telt er niets mee over dit kwartaal. Indienen kan nog gewoon; we helpen u graag.
`);
  expect(renderPlain([])).toBe('');
});

it('reads members whole, and equal ones as one', () => {
  const names = ['Uitzendbureau De Vlotte Krachten en hun vele collega’s', 'Groen', 'Groen', 'Groen'];
  const placements = names.map((planName, n) =>
    item(
      'PLACEMENT_ENDING',
      { planName, dueOn: '2026-07-30', subject: { type: 'PLACEMENT', id: `${n}`, name: null } },
      `${n}`,
    ),
  );
  const contracts = names
    .slice(0, 2)
    .map((name, n) =>
      item(
        'CONTRACT_ENDING',
        { contractNumber: name, dueOn: `2027-0${n + 1}-30`, cents: 100_000, paceCents: 10_000 },
        `c${n}`,
      ),
    );
  const said = renderPlain([
    { day: '2026-07-16', to: 'Fatima', mail: mail('2026-07-16', [...placements, ...contracts]) },
  ]);
  expect(said).toContain(
    ' 3 plaatsingen in plan Groen; Plan Uitzendbureau De Vlotte Krachten en hun vele collega’s.\n',
  );
  expect(said).toContain(
    'Contract Uitzendbureau De Vlotte Krachten en hun vele collega’s, op zaterdag 30 januari 2027, nog €\u00a01.000 open, zo’n €\u00a0100 per maand; Contract Groen',
  );
  expect(said).not.toMatch(/https?:|Ga naar/);
});
