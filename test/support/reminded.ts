import { SweepService } from '@sr/monitoring';
import { THE_PRODUCT } from '@sr/kernel';
import { Db } from '@sr/platform';
import type { TestApi } from './app';
import type { Portfolio } from './portfolio';
import type { PersonName } from './world-people';

/** People of both sides to whom mail cannot be delivered. */
const STALE: readonly PersonName[] = ['secondManager', 'otherSecondManager', 'employee', 'otherEmployee'];

/**
 * What happens in the world of `buildPortfolio` when people are reminded: the sweep of its day, with mails that were sent,
 * deviations of ministries and of plans, talks that were held or taken back, and addresses that do not work.
 */
export async function remindEverybody({ app }: TestApi, world: Portfolio): Promise<void> {
  await app.get(SweepService).run();
  await app.get(Db).write(THE_PRODUCT, async (tx) => {
    await tx.query(
      `update monitoring.digest set state = 'SENT', sent_at = '2026-11-23T06:00:00Z', address = 'x@example.nl'`,
    );
    await tx.query(`insert into monitoring.demo_mail (mail) values ('{"to": ["x@example.nl"]}')`);
    for (const name of STALE) {
      await tx.query(
        `insert into monitoring.stale_address (person_id, address, reason, since)
         values ($1, $2, '550 5.1.1 No such user', '2026-11-20T06:00:00Z')`,
        [world.people[name].id, `${name.toLowerCase()}@example.nl`],
      );
    }
  });
  await deviate(world);
  await talk(world);
}

async function deviate({ people, plans }: Portfolio): Promise<void> {
  const term = { from: '2026-12-01', until: '2026-12-31' };
  const silent = { moment: 'MID_TERM', change: { kind: 'SILENT' }, ...term };
  for (const [name, principalCode] of [
    ['manager', 'IenW'],
    ['otherManager', 'BZK'],
  ] as const) {
    await people[name].post('/reminder-deviations', { ...silent, principalCode, reason: `Van ${principalCode}.` });
  }
  for (const [name, plan] of [
    ['coordinator', 'PLAN-A'],
    ['coordinator', 'PLAN-B'],
    ['outsideManager', 'PLAN-B-DEF'],
  ] as const) {
    await people[name].post('/reminder-deviations', { ...silent, planId: plans[plan], reason: `Van ${plan}.` });
  }
}

async function talk({ people, contracts, placements }: Portfolio): Promise<void> {
  const held = { heldOn: '2026-11-20', note: 'Wij spraken elkaar.' };
  for (const [name, number] of [
    ['manager', 'IENW-A1'],
    ['otherManager', 'BZK-B1'],
    ['leftManager', 'JENV-A1'],
    ['outsideManager', 'DEF-B1'],
  ] as const) {
    const subject = { subjectType: 'CONTRACT', subjectId: contracts[number] };
    await people[name].post('/milestones', { ...held, kind: 'FIRST_CONTACT', ...subject });
    const { id } = await people[name].post('/milestones', { ...held, kind: 'EXTENSION', ...subject });
    await people[name].post(`/milestones/${id}/withdrawals`, { reason: 'Het was een ander gesprek.' });
  }
  for (const [name, plan] of [
    ['supplier', 'PLAN-A'],
    ['otherSupplier', 'PLAN-B'],
  ] as const) {
    const subject = { subjectType: 'PLACEMENT', subjectId: placements[plan] };
    const { id } = await people[name].post('/milestones', { ...held, kind: 'RETENTION_TALK', ...subject });
    await people[name].post(`/milestones/${id}/withdrawals`, { reason: 'Het was een ander gesprek.' });
  }
  const ofNetwork = { kind: 'YEAR_FIGURES', subjectType: 'NETWORK', subjectId: '2024' };
  await people.coordinator.post('/milestones', { ...held, ...ofNetwork });
}
