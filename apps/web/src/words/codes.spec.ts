import { sayFault, sayLabel, sayPlanLineWarning, sayProblem, sayStep, sayWarning } from './codes';

const SPACE = /[\u00a0\u202f]/g;
const plain = (text: string): string => text.replace(SPACE, ' ');

describe('a problem', () => {
  const problem = {
    status: 400,
    code: 'invalid-input',
    detail: 'This field is required. Write a number from 0 to 10000.',
    errors: [
      { pointer: '/title', code: 'field.missing', detail: 'This field is required.' },
      {
        pointer: '/obligation/baseCents',
        code: 'field.out_of_bounds',
        params: { min: 0, max: 1_000_000 },
        detail: 'Write a number from 0 to 1000000.',
      },
    ],
  };

  it('is said with each fault at its field, bounds in the unit of the field', () => {
    const { title, faults } = sayProblem('nl', problem);
    expect(title).toBe('Kijk nog even naar wat u hebt ingevuld');
    expect(faults.map(({ pointer, text }) => [pointer, plain(text)])).toEqual([
      ['/title', 'Dit is verplicht. Vul het in.'],
      ['/obligation/baseCents', 'Dit moet liggen tussen € 0,00 en € 10.000,00. Vul een andere waarde in.'],
    ]);
    expect(plain(sayProblem('en', problem).faults[1]?.text ?? '')).toMatch(/between €0.00 and €10,000.00/);
  });

  it('of one fault that is not known is said in the English of the API', () => {
    const unknown = { status: 409, code: 'moon.full', detail: 'The moon is full.', errors: [] };
    expect(sayProblem('nl', unknown)).toEqual({
      title: 'Dit kan nu niet',
      faults: [{ pointer: '', text: 'The moon is full.' }],
    });
  });

  it('of the server itself has its number', () => {
    const number = '0196f1ce-6f3a-4c11-9a4e-0d6f6f1b2c3d';
    const detail = `Something went wrong on our side. Name number ${number} when you ask about it.`;
    const { title, faults } = sayProblem('nl', { status: 500, code: 'internal', detail });
    expect(title).toBe('Er ging bij ons iets mis');
    expect(faults[0]?.text).toContain(`noem dan nummer ${number}.`);
  });

  it.each([
    [0, 'web.unreachable', 'Nu niet bereikbaar'],
    [401, 'session.none', 'Log eerst in'],
    [403, 'session.not_allowed', 'U mag dit niet doen'],
    [404, 'plan.unknown', 'Niet gevonden'],
    [409, 'plan.ended', 'Dit kan nu niet'],
    [409, 'plan.stale', 'Intussen gewijzigd'],
    [409, 'stale', 'Intussen gewijzigd'],
    [413, 'request.too_large', 'Te groot'],
    [418, 'request.broken', 'Dit ging niet goed'],
    [503, 'database.busy', 'Nu niet bereikbaar'],
  ])('of status %i and code %s has the title %s', (status, code, title) => {
    expect(sayProblem('nl', { status, code, detail: 'x' }).title).toBe(title);
  });
});

describe('a fault', () => {
  const say = (code: string, params: Record<string, unknown>, pointer = ''): string =>
    plain(sayFault('nl', { code, params, pointer, detail: 'English' }));

  it.each<[string, Record<string, unknown>, string, string]>([
    ['claim.already_decided', { claim: 'B-7', status: 'ACCEPTED' }, '', 'De status is: geaccepteerd.'],
    ['plan.wrong_state', { state: 'SUBMITTED', event: 'approve' }, '', 'U kunt het plan nu niet goedkeuren.'],
    ['report.month_repeated', { month: '2026-03' }, '/placements/0/months/1/month', 'De maand maart 2026 staat'],
    ['placement.claimed_after_end', { lastClaimedOn: '2026-03-31' }, '/endsOn', 'tot en met 31 maart 2026'],
    ['obligation.stale', { current: 24_000_000 }, '/previous', '€ 240.000,00'],
    ['field.wrong_shape', {}, '/supplier/kvkNumber', 'acht cijfers'],
    ['field.wrong_shape', {}, '/supplierKvkNumber', 'acht cijfers'],
    ['field.wrong_shape', {}, '/anything', 'niet de juiste vorm'],
    ['field.not_whole', {}, '/placements/0/months/0/paidCentihours', 'aantal uren'],
    ['field.out_of_bounds', {}, '/year', 'een jaar'],
    ['field.list_length', { min: 0, max: 200 }, '/lines', 'hoogstens 200'],
    ['supplier.unknown', { kvkNumber: '01234567' }, '/supplier/name', 'Vul ook de naam'],
    ['supplier.unknown', { kvkNumber: '01234567' }, '/supplier', 'Controleer het nummer'],
    ['supplier.unknown', {}, '/supplierKvkNumber', 'U werkt niet voor'],
    ['person.roles_do_not_fit', { roles: 'VERIFIER, AUDITOR' }, '/roles', 'Beoordelaar, Auditor.'],
    ['session.not_allowed', { permission: 'claims.decide' }, '', 'over bijdragen beslissen'],
  ])('%s %j at %j says: %s', (code, params, pointer, part) => {
    expect(say(code, params, pointer)).toContain(part);
  });
});

describe('steps, warnings and labels', () => {
  it('have the figures of their params, and the names that the screen gives', () => {
    const step = {
      code: 'value.block',
      params: {
        block: 'BANENAFSPRAAK',
        annualValueCents: 5_000_000,
        countedCentihours: 33_150,
        fullTimeYearCentihours: 187_200,
        valueCents: 885_417,
      },
      message: 'English',
    };
    expect(plain(sayStep('nl', step, { BANENAFSPRAAK: 'Banenafspraak' }))).toBe(
      'Bouwblok Banenafspraak is € 50.000,00 waard per voltijdjaar. Maal 331,5 uur, gedeeld door 1.872 uur, is dat € 8.854,17.',
    );
    expect(sayStep('nl', { code: 'value.unknown', message: 'English' })).toBe('English');
  });

  it('take the answer of a rule into its words', () => {
    const reason = { code: 'rule.kind', params: { cpv: '30000000-9', kind: 'SUPPLIES' }, message: '' };
    expect(sayStep('nl', { ...reason, answer: 'NO' })).toBe(
      'CPV-code 30000000-9 is van de soort leveringen. Daarvoor geldt de regel niet.',
    );
    expect(sayStep('nl', { ...reason, answer: 'YES' })).toContain('geldt de regel wel');
  });

  it('read figures that come as text', () => {
    const params = { limitCentihours: '187200', beforeCentihours: '200000' };
    expect(plain(sayWarning('nl', { code: 'claim.limit_passed', params, message: '' }))).toContain('nog 0 uur mee');
    expect(sayWarning('en', { code: 'claim.unknown_warning', params, message: 'English' })).toBe('English');
  });

  it('say enumerated values, and what is not known as it is', () => {
    expect(sayLabel('nl', 'contractState', 'OPEN')).toBe('Loopt');
    expect(sayLabel('nl', 'contractState', 'NEW')).toBe('NEW');
    expect(sayLabel('nl', 'signal', null)).toBe('–');
    expect(sayPlanLineWarning('nl', 'OUTSIDE_TERMS')).toContain('Geen verplichting');
    expect(sayPlanLineWarning('nl', 'NEW')).toBe('NEW');
  });
});
