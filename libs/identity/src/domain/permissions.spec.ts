import { PERMISSIONS, PERMISSIONS_OF, ROLES, permissionsOf, type Permission, type Role } from './permissions';
import { ROLES_AT } from './person';

/** Written by hand from what each role is for; a mark is a right. */
const TABLE = `
                       coord verif stewd opera manag categ reader supco supem audit
contracts.read         x     x     -     -     x     x     x      x     x     x
contracts.write        -     -     -     -     x     x     -      -     -     -
obligations.revise     -     -     -     -     x     -     -      -     -     -
obligations.settle     -     -     -     -     x     -     -      -     -     -
settlements.answer     -     -     -     -     -     -     -      x     -     -
exemptions.propose     -     -     -     -     x     x     -      -     -     -
exemptions.approve     -     -     -     -     x     -     -      -     -     -
plans.read             x     x     -     -     x     x     x      x     x     x
plans.make             x     -     -     -     x     -     -      -     -     -
plans.answer           -     -     -     -     x     -     -      -     -     -
plans.write-lines      x     -     -     -     -     -     -      x     -     -
plans.submit           -     -     -     -     -     -     -      x     -     -
plans.approve          x     -     -     -     x     -     -      -     -     -
rankings.read          x     x     -     -     -     -     -      -     -     x
silences.read          x     x     -     -     x     -     -      -     -     x
placements.read        x     x     -     -     -     -     -      x     x     x
placements.write       -     -     -     -     -     -     -      x     x     -
reports.read           x     x     -     -     x     -     -      x     x     x
reports.write          -     -     -     -     -     -     -      x     x     -
reports.check          -     -     -     -     -     -     -      x     x     -
reports.submit         -     -     -     -     -     -     -      x     -     -
reports.on-behalf      x     -     -     -     x     -     -      -     -     -
claims.read            x     x     -     -     -     -     -      x     x     x
claims.decide          -     x     -     -     -     -     -      -     -     -
answers.extend         x     -     -     -     -     -     -      -     -     -
due-dates.extend       x     -     -     -     x     -     -      -     -     -
statements.read        x     x     -     -     x     x     x      x     x     x
forecasts.read         x     x     -     -     x     x     x      x     x     x
impact.read            x     x     -     -     x     x     x      x     x     x
value-tables.read      x     x     x     -     x     x     x      x     x     x
value-tables.propose   -     -     x     -     -     -     -      -     -     -
value-tables.approve   -     -     x     -     -     -     -      -     -     -
organisations.read     x     x     -     -     x     x     x      x     x     x
organisations.write    x     -     -     -     -     -     -      -     -     -
units.write            x     -     -     -     x     -     -      -     -     -
people.read            x     x     -     -     x     x     x      x     x     x
people.write           x     -     -     -     x     -     -      x     -     -
audit-trail.read       x     x     x     -     x     x     -      x     -     x
reference-data.read    x     x     x     -     x     x     x      x     x     x
deviations.make        x     -     -     -     x     -     -      -     -     -
milestones.record      x     -     -     -     x     -     -      x     x     -
jobs.read              -     -     -     x     -     -     -      -     -     x
jobs.retry             -     -     -     x     -     -     -      -     -     -
`;
const COLUMNS: readonly Role[] = [
  'NETWORK_COORDINATOR',
  'VERIFIER',
  'TABLE_STEWARD',
  'OPERATOR',
  'CONTRACT_MANAGER',
  'CATEGORY_MANAGER',
  'MINISTRY_READER',
  'SUPPLIER_COORDINATOR',
  'SUPPLIER_EMPLOYEE',
  'AUDITOR',
];
const expected = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(/\s+/))
  .map(([permission = '', ...marks]) => [permission, COLUMNS.filter((_, column) => marks[column] === 'x')] as const);

const may = (role: Role, permission: Permission): boolean => PERMISSIONS_OF[role].includes(permission);

describe('the table from role to permissions', () => {
  it('has every permission and every role, and nothing twice', () => {
    expect(expected.map(([permission]) => permission).sort()).toEqual([...PERMISSIONS].sort());
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
    for (const role of ROLES) expect(new Set(PERMISSIONS_OF[role]).size).toBe(PERMISSIONS_OF[role].length);
  });

  it.each(expected)('gives %s to %j', (permission, roles) => {
    expect(COLUMNS.filter((role) => may(role, permission as Permission))).toEqual(roles);
  });

  it('keeps who reports apart from who verifies', () => {
    const reports: readonly Permission[] = ['placements.write', 'reports.write', 'reports.check', 'reports.submit'];
    const both = ROLES.filter((role) => may(role, 'claims.decide') && reports.some((each) => may(role, each)));
    expect(both).toEqual([]);
    // Nor can one person have both by two roles: no organisation has both kinds of role.
    const kinds = Object.values(ROLES_AT).filter(
      (roles) =>
        roles.some((role) => may(role, 'claims.decide')) &&
        roles.some((role) => reports.some((each) => may(role, each))),
    );
    expect(kinds).toEqual([]);
  });

  it('keeps who verifies apart from who settles', () => {
    expect(ROLES.filter((role) => may(role, 'claims.decide') && may(role, 'obligations.settle'))).toEqual([]);
  });

  it('lets the auditor and the reader change nothing', () => {
    for (const role of ['AUDITOR', 'MINISTRY_READER'] as const) {
      expect(PERMISSIONS_OF[role].filter((permission) => !permission.endsWith('.read'))).toEqual([]);
    }
  });

  it('lets nobody read candidates who is not of the supplier, the verifying team or the audit', () => {
    expect(COLUMNS.filter((role) => may(role, 'placements.read'))).toEqual([
      'NETWORK_COORDINATOR',
      'VERIFIER',
      'SUPPLIER_COORDINATOR',
      'SUPPLIER_EMPLOYEE',
      'AUDITOR',
    ]);
  });

  it('gives every organisation with people of its own somebody who invites them', () => {
    for (const kind of ['NETWORK', 'PRINCIPAL', 'SUPPLIER_GROUP'] as const) {
      expect(ROLES_AT[kind].some((role) => may(role, 'people.write'))).toBe(true);
    }
  });
});

describe('permissionsOf', () => {
  it('is of nobody nothing, and of more roles what any of them allows', () => {
    expect(permissionsOf([]).size).toBe(0);
    const both = permissionsOf(['MINISTRY_READER', 'CATEGORY_MANAGER']);
    expect([...both].sort()).toEqual([...PERMISSIONS_OF.CATEGORY_MANAGER].sort());
  });
});
