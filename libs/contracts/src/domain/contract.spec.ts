import { ENTERED_MAX, accepted, refused } from '@sr/kernel';
import { checkContract, numberWrong, termBackwards, type ContractRegistration } from './contract';
import { amountTooLarge } from './obligation';

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
