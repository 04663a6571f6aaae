import { ENTERED_MAX, accepted, refused } from '@sr/kernel';
import {
  NO_DETAILS,
  changesOf,
  checkContract,
  checkDetails,
  extensionTooLate,
  numberWrong,
  proposeNumber,
  termBackwards,
  type ContractRegistration,
} from './contract';
import { cpvWrong } from './cpv';
import { amountTooLarge, reasonMissing } from './obligation';

const contract: ContractRegistration = {
  number: 'C1',
  reference: null,
  principalCode: 'IenW',
  supplierKvkNumber: '68750110',
  title: 'Onderhoud',
  awardedOn: '2023-12-01',
  startsOn: '2024-01-01',
  endsOn: '2027-12-31',
  carries: {
    obligation: { kind: 'PERCENTAGE', basis: 'CONTRACT_VALUE', baseCents: 480_000_000, rateBp: 500, capCents: null },
  },
};
const tooLarge: ContractRegistration['carries'] = {
  obligation: { kind: 'PERCENTAGE', basis: 'BUDGET', baseCents: ENTERED_MAX, rateBp: ENTERED_MAX, capCents: null },
};

describe('checkContract', () => {
  it('gives the amount of the obligation', () => {
    expect(checkContract(contract)).toEqual(accepted({ amountCents: 24_000_000 }));
  });

  it.each([
    ['O7: a term of under six months', 'shorter than six months'],
    ['O8: supplies', 'supplies, no works or services'],
  ])('gives no amount with an exemption: %s', (_, reason) => {
    expect(checkContract({ ...contract, carries: { exemption: { reason } } })).toEqual(accepted({ amountCents: null }));
  });

  it('lets a term be one day, and be awarded whenever', () => {
    const oneDay = { startsOn: '2024-02-29', endsOn: '2024-02-29', awardedOn: '2025-01-01' };
    expect(checkContract({ ...contract, ...oneDay })).toEqual(accepted({ amountCents: 24_000_000 }));
  });

  it.each(['C', '0', 'a.B-9/Z', '-', 'x'.repeat(40)])('knows the number %s', (number) => {
    expect(checkContract({ ...contract, number })).toEqual(accepted({ amountCents: 24_000_000 }));
  });

  it.each(['', ' ', 'C 1', 'C_1', 'é', 'C1\n', 'x'.repeat(41)])('refuses the number %j', (number) => {
    expect(checkContract({ ...contract, number })).toEqual(refused([numberWrong()]));
  });

  it.each([
    ['the term', { startsOn: '2028-01-01' }, [termBackwards()]],
    ['the amount', { carries: tooLarge }, [amountTooLarge('baseCents')]],
    ['the number and the term', { number: '?', startsOn: '2028-01-01' }, [numberWrong(), termBackwards()]],
    ['an exemption without a reason', { carries: { exemption: { reason: ' ' } } }, [reasonMissing('exemption.reason')]],
    [
      'the number and the term of an exempt contract',
      { number: '?', startsOn: '2028-01-01', carries: { exemption: { reason: 'small' } } },
      [numberWrong(), termBackwards()],
    ],
    [
      'everything',
      { number: '?', startsOn: '2028-01-01', carries: tooLarge },
      [numberWrong(), termBackwards(), amountTooLarge('baseCents')],
    ],
  ])('refuses every fault at once: %s', (_, faults, violations) => {
    expect(checkContract({ ...contract, ...faults })).toEqual(refused(violations));
  });

  it('says which field is wrong', () => {
    expect(numberWrong()).toMatchObject({ code: 'contract.number_wrong', field: 'number' });
    expect(termBackwards()).toMatchObject({ code: 'contract.term_backwards', field: 'endsOn' });
  });
});

describe('proposeNumber', () => {
  const of = (reference: string | null, attempt?: number) =>
    proposeNumber({ principalCode: 'IenW', reference, awardedOn: '2024-05-01' }, attempt);

  it.each([
    ['31158061', 'IenW-31158061'],
    ['RWS 2024/0017', 'IenW-RWS-2024/0017'],
    ['Schoonmaak (perceel 2) é', 'IenW-Schoonmaak-perceel-2'],
    ['  ', 'IenW'],
    [null, 'IenW-2024'],
    ['9'.repeat(60), `IenW-${'9'.repeat(30)}`],
  ])('of %j is %s', (reference, number) => {
    expect(of(reference)).toBe(number);
  });

  it('tells a second one apart, and always fits', () => {
    expect(of(null, 2)).toBe('IenW-2024-2');
    for (const reference of [null, 'é', 'x'.repeat(60)]) {
      const contractOf = { ...contract, number: of(reference, 9_999) };
      expect(checkContract(contractOf).ok).toBe(true);
    }
  });
});

describe('checkDetails', () => {
  const options = (...days: string[]) => ({
    cpv: null,
    extensionOptions: days.map((decideOn) => ({ months: 12, decideOn })),
  });

  it('takes an option that is decided on before the contract, as extended so far, ends', () => {
    expect(checkDetails(options('2023-01-01', '2026-12-31', '2027-12-31'), '2025-12-31')).toEqual([]);
    expect(checkDetails({ cpv: '90910000-9', extensionOptions: [] }, '2025-12-31')).toEqual([]);
  });

  it('refuses later ones, and a code that is none', () => {
    expect(checkDetails({ ...options('2026-01-01', '2027-01-01'), cpv: '90910000-8' }, '2025-12-31')).toEqual([
      cpvWrong('cpv'),
      extensionTooLate(0),
      extensionTooLate(1),
    ]);
    expect(extensionTooLate(1).field).toBe('extensionOptions[1].decideOn');
  });
});

describe('changesOf', () => {
  const before = { ...NO_DETAILS, title: 'Schoonmaak', reference: 'R1', valueCents: 100 };

  it('gives what changes, from what to what', () => {
    const edit = { title: 'Schoonmaak en glasbewassing', reference: 'R1', valueCents: null, cpv: undefined };
    expect(changesOf(before, edit)).toEqual({
      from: { title: 'Schoonmaak', valueCents: 100 },
      to: { title: 'Schoonmaak en glasbewassing', valueCents: null },
    });
  });

  it('gives nothing when nothing changes', () => {
    expect(changesOf(before, { ...before, extensionOptions: [] })).toEqual({ from: {}, to: {} });
  });
});
