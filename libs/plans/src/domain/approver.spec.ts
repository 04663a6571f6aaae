import { approverOf } from './approver';

describe('whose approval a plan waits for', () => {
  it.each([
    ['the principal that verifies it', 'Def', ['Def'], null, 'Def'],
    ['the network, of several principals', null, ['BZK', 'IenW'], 'IenW', null],
    ['the network, of one principal that the network leads', null, ['IenW'], null, null],
    ['the principal that leads a plan of its own', null, ['IenW'], 'IenW', 'IenW'],
    ['the network, where another principal leads', null, ['IenW'], 'BZK', null],
    ['the network, while nothing is in it', null, [], 'IenW', null],
  ])('%s', (_case, verifiedBy, principalCodes, leadsFor, expected) => {
    expect(approverOf(verifiedBy, principalCodes, leadsFor)).toBe(expected);
  });
});
