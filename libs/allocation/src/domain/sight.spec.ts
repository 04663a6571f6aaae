import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import { actsFor, seesWhole } from './sight';

const shared = { supplierGroupId: 'group-1', verifiedBy: null };
const own = { supplierGroupId: 'group-1', verifiedBy: 'BZK' };

describe('who sees a plan whole', () => {
  it.each<[string, Partial<Scope>, boolean, boolean]>([
    ['nobody in particular', {}, false, false],
    ['its supplier', { supplierGroups: ['group-1'] }, true, true],
    ['another supplier', { supplierGroups: ['group-2'] }, false, false],
    ['the network', { network: true, principals: ['IenW'] }, true, false],
    ['a verifier of the ministry', { principals: ['BZK'], verifies: ['BZK'] }, false, true],
    ['a verifier of another ministry', { principals: ['IenW'], verifies: ['IenW'] }, false, false],
    ['a contract manager of the ministry', { principals: ['BZK'] }, false, false],
    ['a category manager', { categories: ['ICT'] }, false, false],
  ])('%s', (_, more, ofShared, ofOwn) => {
    expect(seesWhole({ ...NOTHING, ...more }, shared)).toBe(ofShared);
    expect(seesWhole({ ...NOTHING, ...more }, own)).toBe(ofOwn);
  });

  it('the product and the auditor see every plan', () => {
    expect([seesWhole(EVERYTHING, shared), seesWhole(EVERYTHING, own)]).toEqual([true, true]);
  });
});

describe('who acts for a principal', () => {
  it.each<[string, Scope, boolean]>([
    ['somebody of the ministry', { ...NOTHING, principals: ['IenW'] }, true],
    ['somebody of another', { ...NOTHING, principals: ['BZK'] }, false],
    ['who sees its contracts for their category', { ...NOTHING, categories: ['ICT'] }, false],
    ['somebody of the network, of which it is a member', { ...NOTHING, network: true, principals: ['IenW'] }, false],
    ['their supplier', { ...NOTHING, suppliers: ['68750110'] }, false],
    ['the product', EVERYTHING, true],
  ])('%s', (_, scope, acts) => {
    expect(actsFor(scope, 'IenW')).toBe(acts);
  });
});
