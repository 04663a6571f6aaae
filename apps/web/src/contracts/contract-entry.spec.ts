import {
  EMPTY_CONTRACT,
  contractFieldOf,
  contractOf,
  differences,
  editOf,
  questionOf,
  typedDetails,
} from './contract-entry';

const TYPED = {
  ...EMPTY_CONTRACT,
  principalCode: 'IenW',
  title: ' Schoonmaak ',
  kvkNumber: '68750110',
  awardedOn: '1-12-2025',
  startsOn: '01-01-2026',
  endsOn: '31-12-2029',
  value: '4.800.000',
  wageShare: '60%',
  cpv: '90910000-9',
};
const CONTRACT = {
  id: '1',
  number: 'IenW-1',
  reference: '31158061',
  principalCode: 'IenW',
  supplier: { kvkNumber: '68750110', name: 'Test BV Donald', supplierGroupId: '2' },
  title: 'Schoonmaak',
  awardedOn: '2025-12-01',
  startsOn: '2026-01-01',
  endsOn: '2029-12-31',
  state: 'OPEN' as const,
  obligation: null,
  exemptionReason: null,
  unitId: null,
  categoryCode: 'CATERING',
  cpv: null,
  valueCents: 480_000_000,
  wageShareBp: 6_000,
  extensionOptions: [{ months: 12, decideOn: '2029-06-30' }],
  framework: null,
  tenderReference: null,
  regime: null,
  inPlan: false,
  recordedAt: '2025-12-01T10:00:00.000Z',
  version: 3,
};

describe('what a rule is asked', () => {
  it('is everything that is known', () => {
    expect(questionOf(TYPED)).toEqual({
      awardedOn: '2025-12-01',
      startsOn: '2026-01-01',
      endsOn: '2029-12-31',
      cpv: '90910000-9',
      valueCents: 480_000_000,
      wageShareBp: 6_000,
      ruleCode: null,
    });
  });

  it('is nothing before the days are there', () => {
    expect(questionOf({ ...TYPED, endsOn: '31-12-' })).toBeNull();
    expect(questionOf({ ...TYPED, endsOn: '31-12-2025' })).toBeNull();
  });

  it('leaves out what is half typed', () => {
    expect(questionOf({ ...TYPED, cpv: '9091', value: '4.8' })).toMatchObject({ cpv: null, valueCents: null });
  });
});

describe('a contract that was typed', () => {
  it('carries an obligation or an exemption, never both', () => {
    const fixed = contractOf({ ...TYPED, choice: 'FIXED', amount: '40.000', exemptionReason: 'OTHER' }, undefined);
    expect(fixed).toMatchObject({
      obligation: { kind: 'FIXED', amountCents: 4_000_000 },
      exemption: null,
      regime: 'STANDARD',
    });
    const exempt = contractOf(
      { ...TYPED, choice: 'EXEMPTION', amount: '40.000', exemptionReason: 'SHORT_TERM' },
      undefined,
    );
    expect(exempt).toMatchObject({ obligation: null, exemption: { reason: 'SHORT_TERM' }, regime: null });
  });

  it('is told without blanks, and what is empty is null', () => {
    expect(contractOf(TYPED, undefined)).toMatchObject({
      title: 'Schoonmaak',
      reference: null,
      number: null,
      supplier: { kvkNumber: '68750110', name: null },
    });
  });
});

it('faults of the API land on the fields of the form', () => {
  expect(contractFieldOf('/supplier/name')).toBe('supplierName');
  expect(contractFieldOf('/obligation/baseCents')).toBe('base');
  expect(contractFieldOf('/title')).toBeUndefined();
});

describe('editing', () => {
  it('sends nothing that nobody changed', () => {
    expect(editOf(CONTRACT, typedDetails(CONTRACT))).toEqual({});
  });

  it('sends what was changed, and null for what was emptied', () => {
    const typed = { ...typedDetails(CONTRACT), reference: ' ', value: '5.000.000', extensionOptions: [] };
    expect(editOf(CONTRACT, typed)).toEqual({ reference: null, valueCents: 500_000_000, extensionOptions: [] });
  });

  it('tells which fields somebody else changed', () => {
    expect(differences(CONTRACT, { ...CONTRACT, title: 'Glasbewassing', version: 4 })).toEqual(['title']);
  });
});
