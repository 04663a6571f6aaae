import { ownNeedsNoNumber, realisedViolations, sellerMissing, type RealisingParty } from './realised';

const party = (by: RealisingParty['by'], kvkNumber: string | null = null, name: string | null = null) => ({
  by,
  kvkNumber,
  name,
});
const WORKSHOP = party('SOCIAL_ENTERPRISE', '68750110', 'Werkplaats De Brug');

describe('realisedViolations', () => {
  it.each([
    ['not said', null],
    ['own', party('OWN')],
    ['a subcontractor without a number', party('SUBCONTRACTOR')],
    ['a subcontractor', party('SUBCONTRACTOR', '68750110', 'Onderaannemer B.V.')],
    ['the network', party('NETWORK', null, 'Leerbedrijf')],
    ['a social enterprise', WORKSHOP],
  ])('a placement or activity, %s: nothing', (_, realised) => {
    expect(realisedViolations('PLACEMENT', realised, 'x')).toEqual([]);
    expect(realisedViolations('ACTIVITY', realised, 'x')).toEqual([]);
  });

  it.each([
    ['with a number', party('OWN', '68750110')],
    ['with a name', party('OWN', null, 'Onderaannemer B.V.')],
  ])('own %s', (_, realised) => {
    expect(realisedViolations('PLACEMENT', realised, '/realised')).toEqual([ownNeedsNoNumber('/realised')]);
  });

  it.each([
    ['not said', null],
    ['own', party('OWN')],
    ['without a number', { ...WORKSHOP, kvkNumber: null }],
    ['without a name', { ...WORKSHOP, name: null }],
    ['a subcontractor', party('SUBCONTRACTOR', '68750110', 'Onderaannemer B.V.')],
  ])('a purchase, %s', (_, realised) => {
    expect(realisedViolations('PURCHASE', realised, '/seller')).toEqual([sellerMissing('/seller')]);
  });

  it('a purchase from a social enterprise: nothing', () => {
    expect(realisedViolations('PURCHASE', WORKSHOP, '/seller')).toEqual([]);
  });
});
