import { WORK_ITEM_KINDS, keyOf, ofNetwork, workItem, type WorkItemKind } from '../domain/work-item';
import { KIND_FACTS, say } from './kinds';
import { DAY, REF, compose, flat, one, readers, subjectFor, supplier, visible } from './letters.fixture';
import { labelOf, toldOf } from './telling';
import { DIGEST_REASONS, type Composed, type DigestInput, type DigestItem, type DigestReader } from './types';
import { WORDS } from './words';

describe('every kind for every reason', () => {
  const days = ['2026-07-10', '2026-09-30', null];
  const cases = (['nl', 'en'] as const).flatMap((language) =>
    WORK_ITEM_KINDS.flatMap((kind) => DIGEST_REASONS.map((reason) => ({ language, kind, reason }))),
  );

  it.each(cases)('is a whole letter: $language $kind $reason', ({ language, kind, reason }) => {
    const faults: string[] = [];
    for (const person of Object.values(readers)) {
      for (const dueOn of days) {
        const known = one(kind, { dueOn, since: '2026-07-01' }, { reason });
        const letters = [[known], [{ ...bare(kind, dueOn), reason }]];
        if (dueOn !== '2026-09-30') {
          letters.push(
            [{ ...known, nobodyFor: { side: 'SUPPLIER', name: 'Een naam' } }],
            [{ ...known, item: { ...known.item, escalated: true } }],
          );
        }
        for (const items of letters) faults.push(...faultsOf(compose(items, { language, person })));
      }
      const several = [
        bare(kind, null),
        { ...one(kind), key: 'another', reason },
        { ...one(kind), key: 'third', reason },
      ];
      faults.push(...faultsOf(compose(several, { language, person, stillOpen: 3, carriedOver: true })));
    }
    expect(faults).toEqual([]);
  });

  it.each(WORK_ITEM_KINDS)('has words of its own for each reason: %s', (kind) => {
    for (const language of ['nl', 'en'] as const) {
      const telling = { language, today: DAY, reader: readers.supplier };
      const said = DIGEST_REASONS.map((reason) =>
        say(WORDS[language].kinds[kind][reason], toldOf({ kind, items: [one(kind)] }, telling)),
      );
      expect(new Set(said).size).toBe(DIGEST_REASONS.length);
      for (const sentence of said) {
        expect(sentence).toMatch(/^\S.{20,}[.?]$/);
        // B1: short sentences; of an amount the words count as one.
        for (const part of sentence.split(/[.?;:]\s/)) expect(part.split(' ').length).toBeLessThanOrEqual(24);
      }
    }
  });

  /** An item of which nothing is known. */
  function bare(kind: WorkItemKind, dueOn: string | null): DigestItem {
    const item = workItem(kind, { type: subjectFor(kind, 's0').type, id: 's0', name: null }, supplier, { dueOn });
    return { key: keyOf(item), kind, reason: 'FIRST', item };
  }

  /** What is not as it should be in any letter. */
  function faultsOf({ subject, text, html, calendar }: Composed): string[] {
    const lines = text.split('\n');
    const bad = /(?:undefined|null|NaN|\[object|[{}]|\(\)|\.\.|\s[.,;:?](?:\s|$)|: \.|–).{0,40}/;
    const parts = [subject, text, visible(html), calendar ?? ''];
    return [
      ...parts.map((part) => bad.exec(part)?.[0]),
      ...parts.slice(0, 1).filter((part) => part.trim() !== part || [...part].length > 90 || part.length < 11),
      ...[subject, calendar ?? ''].filter((part) => part.includes(REF)),
      ...lines.filter((line) => !line.includes('https:') && [...line].length > 78),
      ...lines.filter((line) => line !== '-- ' && line.trimEnd() !== line),
      ...lines.filter((line) => /\S {2,}\S/.test(line)),
    ].filter((fault) => fault !== undefined);
  }
});

describe('the subject', () => {
  const subject = (items: readonly DigestItem[], more: Partial<DigestInput> = {}) => compose(items, more).subject;

  it('says of one thing what and by when', () => {
    expect(subject([one('REPORT_TO_OPEN')])).toBe(
      'Rapportage tweede kwartaal: indienen uiterlijk 30 juli (plan Schoonmaak)',
    );
    expect(subject([one('REPORT_TO_OPEN')], { language: 'en' })).toBe(
      'Report for the second quarter: submit by 30 July (plan Schoonmaak)',
    );
  });

  it('says the most urgent first, and how many others there are', () => {
    const items = [one('CLAIMS_TO_CORRECT', { dueOn: null }), one('REPORT_TO_OPEN'), one('SHORTFALL_TO_MAKE_GOOD')];
    expect(subject(items)).toBe('Rapportage tweede kwartaal van plan Schoonmaak uiterlijk 30 juli, en nog 2 zaken');
    expect(subject(items.slice(0, 2))).toContain('en nog 1 zaak');
  });

  it.each([
    ['2026-07-19', 'is 1 dag te laat', 'is 1 day late'],
    ['2026-06-27', 'is ruim 3 weken te laat', 'is over 3 weeks late'],
    ['2026-03-10', 'is ruim 4 maanden te laat', 'is over 4 months late'],
    ['2025-06-10', 'is ruim een jaar te laat', 'is over a year late'],
    ['2025-01-10', 'is anderhalf jaar te laat', 'is a year and a half late'],
  ])('says as people do how late something of %s is', (dueOn, nl, en) => {
    const item = one('REPORT_TO_OPEN', { dueOn }, { reason: 'LATE' });
    expect(subject([item])).toBe(`Rapportage tweede kwartaal van plan Schoonmaak ${nl}`);
    expect(subject([item], { language: 'en' })).toBe(`Report for the second quarter of plan Schoonmaak ${en}`);
  });

  it('says of what is late, but not equally, only that it is', () => {
    const items = ['2026-07-01', '2026-06-01'].map((dueOn, n) =>
      one('MID_TERM_BEHIND', { dueOn, contractNumber: `3120${n}` }, { reason: 'LATE', key: `${n}` }),
    );
    expect(subject(items)).toBe('Gesprek halverwege over 2 contracten is te laat');
  });

  it('names what is recent, not what is oldest', () => {
    const items = ['2024-04-30', '2026-05-01', '2026-06-29', '2026-07-30'].map((dueOn, n) =>
      one('REPORT_TO_OPEN', { dueOn, quarter: `202${n + 3}-01-01` }, { reason: 'LATE', key: `${n}` }),
    );
    expect(subject(items)).toBe(
      'Rapportage eerste kwartaal 2025 van plan Schoonmaak is 3 weken te laat, en nog 3 zaken',
    );
    expect(subject(items.slice(0, 1))).toMatch(/ruim 2 jaar te laat$/);
  });

  it('says in plain words that something ends', () => {
    const days = { dueOn: '2026-12-31' };
    expect(subject([one('CONTRACT_ENDING', days)])).toBe('Contract 31201 loopt af op 31 december');
    expect(subject([one('PLACEMENT_ENDING', days)])).toBe('Plaatsing in plan Schoonmaak loopt af op 31 december');
    expect(subject([1, 2].map((n) => one('PLACEMENT_ENDING', days, { key: `${n}` })))).toBe(
      'Plaatsingen lopen af op 31 december',
    );
    const contracts = ['2026-12-31', '2027-03-31'].map((dueOn, n) =>
      one('CONTRACT_ENDING', { dueOn, contractNumber: `${n}` }, { key: `${n}` }),
    );
    expect(subject(contracts)).toBe('2 contracten lopen af vanaf 31 december');
  });

  it('asks the next role for help, once', () => {
    const item = one('REPORT_TO_OPEN', { dueOn: '2026-07-06' }, { reason: 'ESCALATED' });
    const mail = compose([item, one('PLAN_TO_WRITE', {}, { reason: 'ESCALATED' })], { person: readers.network });
    expect(subject([item], { person: readers.network })).toMatch(/^Rapportage tweede kwartaal .*: kunt u helpen\?$/);
    expect(flat(mail).match(/help|hulp/gi)).toHaveLength(1);
  });

  it('leaves out what does not fit, and cuts no word', () => {
    const long = { planName: 'Een plan met een naam die van geen ophouden weet, en dan nog een stuk' };
    const other = one('REPORT_TO_MAKE', { dueOn: '2026-06-30' }, { reason: 'LATE' });
    const late = one('REPORT_TO_SUBMIT', { ...long, dueOn: '2026-07-15', quarter: '2025-10-01' }, { reason: 'LATE' });
    expect(subject([late])).toBe('Nagekeken rapportage vierde kwartaal 2025 is 5 dagen te laat');
    expect(subject([late, other])).toBe('Nagekeken rapportage vierde kwartaal 2025 is 5 dagen te laat, en nog 1 zaak');
    expect(subject([one('REPORT_TO_OPEN', long)])).toBe('Rapportage tweede kwartaal: indienen uiterlijk 30 juli');
  });

  it('keeps its length with names that have none', () => {
    const long = { planName: 'a'.repeat(5_000), contractNumber: `${'woord '.repeat(400)}` };
    for (const kind of WORK_ITEM_KINDS) {
      for (const language of ['nl', 'en'] as const) {
        for (const dueOn of ['2024-11-30', '2026-06-30', '2026-07-30', null]) {
          const item = one(kind, { ...long, dueOn, quarter: '2024-10-01' });
          const several = [
            item,
            ...Array.from({ length: 30 }, (_, n) => one('REPORT_TO_MAKE', { dueOn: null }, { key: `${n}` })),
          ];
          for (const said of [subject([item], { language }), subject(several, { language })]) {
            expect([...said].length).toBeLessThanOrEqual(90);
            expect(said).not.toMatch(/…|aaaa|woord woord/);
          }
        }
      }
    }
  });

  it('has the year of a quarter and a day in another year', () => {
    const item = one('REPORT_TO_OPEN', { quarter: '2026-10-01', dueOn: '2027-01-30' });
    expect(subject([item], { day: '2027-01-04' })).toMatch(/vierde kwartaal 2026: indienen uiterlijk 30 januari \(/);
    expect(subject([one('REPORT_TO_OPEN', { dueOn: '2027-01-30' })])).toContain('30 januari 2027');
  });
});

describe('what is of persons', () => {
  const personal = WORK_ITEM_KINDS.filter((kind) => KIND_FACTS[kind].personal);

  it.each(personal)('names a reference to the supplier and the verifier only: %s', (kind) => {
    for (const reason of DIGEST_REASONS) {
      const item = one(kind, {}, { reason });
      expect(compose([item]).text).toContain(REF);
      expect(compose([item], { person: readers.verifier }).html).toContain(REF);
      for (const person of [readers.principal, readers.network, readers.nobody]) {
        const mail = compose([item, { ...item, key: 'other' }], { person });
        for (const part of Object.values(mail)) expect(part).not.toContain(REF);
      }
    }
  });

  it.each(personal)('does not say, or let count, how few there are: %s', (kind) => {
    const items = [1, 2, 3].map((n) => one(kind, {}, { key: `${n}` }));
    const mail = compose(items, { person: readers.network });
    expect(flat(mail)).not.toMatch(/\b(3|drie)\b/i);
    expect(mail.text.match(/\/werk\//g)).toBeNull();
    expect(mail.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(flat(compose(items))).toMatch(/\* 3 (plaatsingen|bewijsstukken) /);
    expect(
      flat(
        compose(
          [1, 2, 3, 4, 5].map((n) => one(kind, {}, { key: `${n}` })),
          { person: readers.network },
        ),
      ),
    ).toMatch(/\* 5 (plaatsingen|bewijsstukken) /);
  });

  it('counts no people in whom to call', () => {
    const stuck = { dueOn: '2026-07-10' };
    const items = [1, 2, 3, 4, 5].map((n) =>
      one(
        n < 4 ? 'PLACEMENT_ENDING' : 'PLAN_TO_WRITE',
        { ...stuck, planName: `${n}` },
        { reason: 'ESCALATED', key: `${n}` },
      ),
    );
    expect(flat(compose(items, { person: readers.network }))).toContain('gaat over twee van deze zaken');
  });

  it('counts contributions for the verifying team, and from five on for others', () => {
    const waitsFor = ofNetwork('VERIFIER');
    const said = (count: number, person: DigestReader) =>
      flat(compose([one('CLAIMS_TO_DECIDE', { count, waitsFor })], { person }));
    expect(said(3, readers.verifier)).toContain('Er wachten 3 bijdragen');
    expect(said(1, readers.verifier)).toContain('Er wacht 1 bijdrage op');
    expect(said(4, readers.network)).toContain('Er wachten bijdragen op');
    expect(said(5, readers.network)).toContain('Er wachten 5 bijdragen');
  });

  it('takes no name of an unknown kind of subject for a public one', () => {
    const item = one('FINAL_REPORT', {
      subject: { type: 'CLAIM', id: 'x', name: REF },
      planName: null,
      contractNumber: null,
    });
    expect(labelOf(item, { language: 'nl', today: DAY, reader: readers.network })).toBe('');
  });
});
