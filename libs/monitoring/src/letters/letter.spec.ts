import { ofNetwork, ofPrincipal } from '../domain/work-item';
import { NAME, compose, flat, one, readers } from './letters.fixture';
import type { DigestInput, DigestItem } from './types';

describe('what the letter says', () => {
  it('greets, says how things stand, and puts what is late first', () => {
    const items = [
      one('CLAIMS_TO_CORRECT', { dueOn: null }),
      one('REPORT_TO_SUBMIT', { dueOn: '2026-09-30' }),
      one('REPORT_TO_OPEN', { dueOn: '2026-07-17' }, { reason: 'LATE' }),
      one('SETTLEMENT_TO_ANSWER', { dueOn: '2026-07-27' }),
    ];
    const mail = compose(items);
    expect(mail.text).toMatch(/^Beste Fatima el Amrani,\n\nEr wachten vier zaken op u\. Eén daarvan is te laat\./);
    const order = ['Te laat', 'Rapportage', 'Binnen een week', 'Afrekening', 'Later', 'Nagekeken', 'Zonder vaste dag'];
    const places = order.map((part) => mail.text.indexOf(`${part}`, mail.text.indexOf('\n\n', 20)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(flat(mail)).toContain('De laatste dag was vrijdag 17 juli; dat is 3 dagen geleden.');
    expect(flat(mail)).toContain('Uiterlijk maandag 27 juli, over 7 dagen.');
  });

  it('leads each item to its own page', () => {
    const mail = compose([one('REPORT_TO_OPEN', {}, { key: 'REPORT:a/b?c' })], { baseUrl: 'https://sr.example.nl//' });
    const link = 'https://sr.example.nl/werk/REPORT%3Aa%2Fb%3Fc';
    expect(mail.text).toContain(`Ga naar de rapportage:\n  ${link}\n`);
    expect(mail.html).toContain(`<a href="${link}">Ga naar de rapportage</a>`);
  });

  it('tells of reports of several plans once', () => {
    const items = ['Schoonmaak', 'Catering', 'Groen'].map((planName) =>
      one('REPORT_TO_OPEN', { planName }, { key: planName }),
    );
    const mail = compose(items);
    expect(mail.subject).toBe('Rapportage tweede kwartaal van 3 plannen: indienen uiterlijk 30 juli');
    expect(mail.text.match(/^\* /gm)).toHaveLength(1);
    expect(mail.text).toContain('  - Plan Catering:\n    https://sr.example.nl/werk/Catering\n');
  });

  it('tells the day with each where the days differ', () => {
    const items = ['2026-08-31', '2026-09-30'].map((dueOn, n) =>
      one('CONTRACT_ENDING', { dueOn, contractNumber: `3120${n}` }, { key: `c${n}` }),
    );
    expect(compose(items).text).toContain('  - Contract 31201, op woensdag 30 september, nog');
  });

  it('tells an item once, for the reason that asks most', () => {
    const mail = compose([
      one('REPORT_TO_OPEN', {}, { reason: 'FIRST' }),
      one('REPORT_TO_OPEN', {}, { reason: 'LATE' }),
    ]);
    expect(mail.text.match(/^\* /gm)).toHaveLength(1);
    expect(flat(mail)).toContain('Indienen kan nog gewoon');
  });

  it('tells an official since when it waits on whom, and what is asked', () => {
    const item = one('REPORT_TO_OPEN', { since: '2026-07-01', dueOn: '2026-07-06' }, { reason: 'ESCALATED' });
    const said = flat(compose([item], { person: readers.principal }));
    expect(said).toContain(`Beste Marijke de Vries, Bij ${NAME} blijft één zaak liggen. Kunt u helpen? `);
    expect(said).toContain(
      'Ligt sinds woensdag 1 juli bij de leverancier; de laatste dag was maandag 6 juli, 14 dagen geleden. Bel de leverancier',
    );
  });

  it('names to an official the one call that is about most', () => {
    const late = (n: number, supplierName: string) =>
      one(
        'REPORT_TO_OPEN',
        { dueOn: '2026-07-06', supplierName, planName: `${n}` },
        { reason: 'ESCALATED', key: `${n}` },
      );
    const items = [late(1, NAME), late(2, NAME), late(3, 'Een ander')];
    expect(flat(compose(items, { person: readers.principal }))).toContain(
      `Hebt u weinig tijd? Eén telefoontje naar ${NAME} gaat over twee van deze zaken.`,
    );
    expect(flat(compose(items.slice(0, 2), { person: readers.principal }))).toContain(
      `Bij ${NAME} blijven twee zaken liggen. Kunt u helpen? Eén telefoontje kan genoeg zijn`,
    );
    expect(flat(compose(items))).not.toContain('telefoontje');
    expect(flat(compose(items.slice(1), { person: readers.principal }))).not.toContain('telefoontje');
  });

  it('tells what is own work and came for another as well once', () => {
    const own = one('MID_TERM_BEHIND', { waitsFor: ofPrincipal('RWS', 'CONTRACT_MANAGER') }, { key: 'own' });
    const other = one(
      'MID_TERM_BEHIND',
      { waitsFor: ofNetwork('NETWORK_COORDINATOR') },
      { key: 'other', reason: 'ESCALATED' },
    );
    const mail = compose([own, other], { person: readers.principal });
    expect(mail.text.match(/\/werk\//g)).toHaveLength(1);
    expect(flat(mail)).toContain('Dit ligt ook bij de netwerkorganisatie; spreek samen af wie belt.');
  });

  it('tells a supplier why officials have not acted, and counts that as no work', () => {
    const waitsFor = ofNetwork('NETWORK_COORDINATOR');
    const talk = one('CONTACT_TO_MAKE', { waitsFor, dueOn: '2026-07-10', escalated: true }, { reason: 'ESCALATED' });
    const mail = compose([talk]);
    expect(mail.subject).toBe('Eerste gesprek over contract 31201: u hoort nog van ons');
    expect(flat(mail)).toContain('We hadden u al willen bellen');
    expect(flat(mail)).not.toMatch(/kunt u helpen|te laat/i);
    const with_ = compose([talk, one('REPORT_TO_OPEN', { dueOn: '2026-07-17' }, { reason: 'LATE' })]);
    expect(with_.subject).toBe('Rapportage tweede kwartaal van plan Schoonmaak is 3 dagen te laat');
    expect(flat(with_)).toMatch(/Eén zaak is blijven liggen\..*Ter informatie -+ \* Eerste gesprek/);
  });

  it('gathers what is late for very long in one line with one link, below what is recent', () => {
    const reports = [
      ['2024-01-01', '2024-04-30', 'Schoonmaak'],
      ['2024-01-01', '2024-04-30', 'Catering'],
      ['2025-07-01', '2025-10-30', 'Groen'],
      ['2026-01-01', '2026-04-30', 'Groen'],
    ].map(([quarter = '', dueOn = '', planName = '']) =>
      one('REPORT_TO_OPEN', { quarter, dueOn, planName }, { reason: 'LATE', key: `${quarter}${planName}` }),
    );
    const mail = compose([...reports, one('MID_TERM_BEHIND', { dueOn: '2025-06-01' }, { reason: 'LATE' })]);
    const said = flat(mail);
    expect(said).toContain(
      'Oudere rapportages: eerste kwartaal 2024 van 2 plannen, derde kwartaal 2025 van plan Groen De oudste is ruim 2 jaar te laat. Deze kwartalen',
    );
    expect(said).toContain('* Ouder werk: gesprek halverwege over contract 31201 De laatste dag was');
    expect(said.indexOf('Oudere')).toBeGreaterThan(said.indexOf('Rapportage eerste kwartaal van plan Groen'));
    expect(mail.text.match(/\/werk\//g)).toHaveLength(2);
    expect(mail.subject).toMatch(
      /^Rapportage eerste kwartaal van plan Groen is ruim 2 maanden te laat, en nog 4 zaken$/,
    );
    const ofOne = flat(
      compose(reports.slice(2).map((own) => ({ ...own, item: { ...own.item, dueOn: '2025-10-30' } }))),
    );
    expect(ofOne).toContain('Oudere rapportages van plan Groen: derde kwartaal 2025, eerste kwartaal 2026 ');
    const all = compose(
      [2016, 2017, 2018, 2019, 2020, 2021, 2022].map((year) =>
        one('REPORT_TO_OPEN', { quarter: `${year}-01-01`, dueOn: `${year}-04-30` }, { key: `${year}` }),
      ),
    );
    expect(flat(all)).toContain('eerste kwartaal 2020, en nog 2 De oudste is ruim 10 jaar te laat.');
  });

  it('says on which day it wrote before', () => {
    const told = (lastToldOn: string | null, reason: DigestItem['reason'] = 'AGAIN', key = 'a') =>
      one('REPORT_TO_OPEN', { planName: key }, { reason, key, lastToldOn });
    expect(flat(compose([told('2026-07-03')]))).toContain('Op 3 juli schreven we u hierover. Er is nog geen');
    expect(flat(compose([told('2025-12-03', 'LATE')]))).toContain('Op 3 december 2025 schreven we u hierover.');
    expect(flat(compose([told('2026-07-03')], { language: 'en' }))).toContain('We wrote to you about this on 3 July.');
    expect(flat(compose([told(null)]))).toContain('We schreven u hier al over.');
    expect(flat(compose([told('2026-07-03'), told('2026-07-06', 'AGAIN', 'b')]))).toContain(
      'We schreven u hier al over.',
    );
    // What says that it was told today, or first is told now, refers to no day.
    expect(flat(compose([told('2026-07-20', 'FIRST')]))).not.toContain('schreven');
    expect(flat(compose([told(null, 'FIRST')]))).not.toContain('schreven');
  });

  it('says of a contract that ends what is left and what that asks', () => {
    const ending = (n: number, dueOn: string) =>
      one('CONTRACT_ENDING', { cents: 8_400_000, paceCents: 702_345, contractNumber: `${n}`, dueOn }, { key: `${n}` });
    expect(flat(compose([ending(1, '2026-12-31')]))).toContain(
      'Contract 1 loopt af Op donderdag 31 december. Er staat nog € 84.000 open; dat is zo’n € 7.000 per maand. Past dat in uw planning?'.replaceAll(
        ' ',
        ' ',
      ),
    );
    expect(flat(compose([ending(1, '2026-12-31'), ending(2, '2027-01-31')]))).toContain(
      '- Contract 2, op zondag 31 januari 2027, nog € 84.000 open, zo’n € 7.000 per maand:',
    );
  });

  it('says no sentence twice, and tells what cannot be told apart as one', () => {
    const reports = ['2026-01-01', '2026-04-01'].map((quarter, n) =>
      one('REPORT_TO_OPEN', { quarter, dueOn: `2026-07-1${n}` }, { reason: 'LATE', key: quarter }),
    );
    expect(flat(compose(reports)).match(/Indienen kan nog gewoon/g)).toHaveLength(1);
    const placements = ['EMMER-1', 'EMMER-1', 'EMMER-2'].map((planName, n) => {
      const placement = one('PLACEMENT_ENDING', { planName, subject: { type: 'PLACEMENT', id: `${n}`, name: null } });
      return { ...placement, key: `${n}` };
    });
    const some = compose(placements);
    expect(flat(some)).toContain('* 3 plaatsingen lopen af');
    expect(some.text).toContain(
      '  - 2 plaatsingen in plan EMMER-1:\n    https://sr.example.nl/werk/0\n    https://sr.example.nl/werk/1\n  - Plan EMMER-2:\n',
    );
    expect(some.html).toContain('<a href="https://sr.example.nl/werk/1">Ga naar de plaatsing (2 van 2)</a>');
    expect(compose(placements.slice(0, 2)).text).toContain('* 2 plaatsingen in plan EMMER-1 lopen af\n');
  });

  it('says to who stands in for somebody why the mail came', () => {
    const said = flat(
      compose([one('REPORT_TO_OPEN', {}, { nobodyFor: { side: 'SUPPLIER', name: NAME } })], {
        person: readers.network,
      }),
    );
    expect(said).toContain(`Bij ${NAME} is er nu niemand die deze mail kan krijgen.`);
  });

  it('says so of the network too, which is told by what it is', () => {
    const nobodyFor = { side: 'NETWORK', name: null } as const;
    const said = flat(compose([one('REPORT_LATE', {}, { nobodyFor })], { person: readers.principal }));
    expect(said).toContain('Bij de netwerkorganisatie is er nu niemand die deze mail kan krijgen.');
  });

  it('asks nothing of who only hears of it', () => {
    const said = flat(compose([one('REPORT_TO_OPEN')], { person: readers.principal }));
    expect(said).toContain('Deze mail is ter informatie. U hoeft niets te doen.');
    expect(said).not.toContain('indienen');
  });

  it('is for a category manager of the category own work', () => {
    const waitsFor = { ...ofPrincipal('P', 'CONTRACT_MANAGER'), categoryCode: 'IT' };
    const person = { ...readers.nobody, roles: ['CATEGORY_MANAGER'] };
    expect(flat(compose([one('OBLIGATION_MISSING', { waitsFor })], { person }))).toContain('Leg vast wat er');
  });

  it('says what else is open, that an earlier mail may not have come, and where to ask', () => {
    const said = flat(compose([one('REPORT_TO_OPEN')], { stillOpen: 4, carriedOver: true, canReply: true }));
    expect(said).toContain('Er wachten nog vier andere zaken op u');
    expect(said).toContain('Een eerdere mail is misschien niet bij u aangekomen.');
    expect(said).toContain('Beantwoord dan deze mail.');
    const without = flat(compose([one('REPORT_TO_OPEN')]));
    expect(without).not.toMatch(/andere zaken|eerdere mail|Beantwoord/);
  });

  it('says why it came, how often mails come, and when they stop', () => {
    const said = flat(compose([one('REPORT_TO_OPEN')]));
    expect(said).toContain(`omdat u coördinator social return bent bij ${NAME} We sturen hoogstens één mail per dag`);
    expect(said).toContain('alleen op werkdagen');
    expect(said).toContain('Alles wat op u wacht, staat in Mijn werk: https://sr.example.nl/');
  });

  it('refuses to be empty', () => {
    expect(() => compose([])).toThrow('without anything to tell');
  });
});

describe('how it begins and ends', () => {
  const late = (n: number, dueOn = '2026-07-10') =>
    one('REPORT_TO_OPEN', { dueOn, planName: `${n}` }, { reason: 'LATE', key: `${n}` });
  const ahead = one('CONTRACT_ENDING', { dueOn: '2026-12-31' });
  const said = (items: readonly DigestItem[], more: Partial<DigestInput> = {}) => {
    const [, opening = '', ...rest] = compose(items, more).text.split('\n\n');
    return [opening.replaceAll('\n', ' '), rest.at(-3)?.replaceAll('\n', ' ') ?? ''] as const;
  };

  it('is calm when there is only a date ahead', () => {
    expect(said([ahead])[0]).toBe('Niets is te laat. Alvast één datum om rekening mee te houden.');
    expect(said([ahead])[1]).toMatch(/^Hebt u een vraag/);
  });
  it('does not say that nothing is late when something waits that it does not tell', () => {
    expect(said([ahead], { stillOpen: 2 })[0]).toBe('Er wacht één zaak op u.');
    expect(said([one('REPORT_TO_OPEN', { dueOn: '2026-07-24' })], { stillOpen: 2 })[0]).not.toContain('Niets');
  });
  it('offers help with one small thing', () => {
    expect(said([late(1)])).toEqual([
      'Eén zaak is blijven liggen. Komt u er niet uit? We helpen u graag.',
      expect.stringMatching(/^Lukt iets niet/),
    ]);
  });
  it('says where to begin when much is late', () => {
    const much = [1, 2, 3, 4].map((n) => late(n));
    expect(said([...much, ahead])[0]).toBe(
      'Er staat veel open: vijf zaken, waarvan vier te laat. U hoeft niet alles tegelijk te doen: begin bovenaan.',
    );
    expect(said(much)[1]).toMatch(/^Weet u niet waar u moet beginnen\?/);
    expect(said(much, { person: { ...readers.supplier, side: 'NETWORK', organisation: null } })[1]).toMatch(
      /Mijn werk\.$/,
    );
  });
  it('proposes to finish together what is open for long', () => {
    expect(said([late(1, '2025-07-10')])[0]).toBe('Eén zaak staat al lang open. Zullen we die samen afronden?');
  });
  it('proposes to talk about worries, and does not say that nothing is late', () => {
    expect(said([one('GOING_WRONG', { dueOn: null })])[0]).toBe('Er is iets waarover we graag met u praten.');
  });
  it('asks for help with what others leave, apart from own work', () => {
    const stuck = { ...late(1), reason: 'ESCALATED' } as const;
    const own = one('OBLIGATION_MISSING', { dueOn: null, waitsFor: ofPrincipal('P', 'CONTRACT_MANAGER') });
    const [mixed] = said([stuck, own], { person: readers.principal });
    expect(mixed).toContain('Bij één daarvan vragen we uw hulp, omdat die bij een ander blijft liggen.');
    expect(said([stuck], { person: readers.principal })[1]).toMatch(/^Komt u er samen niet uit\?/);
  });
});
