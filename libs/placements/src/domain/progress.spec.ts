import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import { seesWhole, shownProgress } from './progress';

describe('progress towards a goal', () => {
  const ofNetwork = { supplierGroupId: 'g', verifiedBy: null };
  const ofOcw = { supplierGroupId: 'g', verifiedBy: 'OCW' };

  it.each<[string, Scope, boolean, boolean]>([
    ['who sees everything', EVERYTHING, true, true],
    ['its supplier', { ...NOTHING, supplierGroups: ['g'] }, true, true],
    ['another supplier', { ...NOTHING, supplierGroups: ['h'] }, false, false],
    ['the network', { ...NOTHING, network: true }, true, false],
    ['the verifier of OCW', { ...NOTHING, verifies: ['OCW'] }, false, true],
    ['a ministry', { ...NOTHING, principals: ['OCW'] }, false, false],
  ])('%s sees a plan of the network whole, and one of OCW', (_, scope, network, ocw) => {
    expect([seesWhole(scope, ofNetwork), seesWhole(scope, ofOcw)]).toEqual([network, ocw]);
  });

  it.each([
    [0, '0', 900],
    [1, '< 5', null],
    [4, '< 5', null],
    [5, '5', 900],
  ])('%d persons are shown to a ministry as %s', (persons, shown, centihours) => {
    const accepted = { persons, centihours: 900, activities: 2 };
    expect(shownProgress(accepted, false)).toEqual({ persons: shown, centihours, activities: 2 });
    expect(shownProgress(accepted, true)).toEqual({ persons: String(persons), centihours: 900, activities: 2 });
  });
});
