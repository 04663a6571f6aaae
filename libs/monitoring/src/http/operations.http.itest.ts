import { THE_PRODUCT } from '@sr/kernel';
import { JobQueues, JobRegistry, JobRunner } from '@sr/platform';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { OrganisationsService } from '@sr/identity';
import { DemoMailbox } from './demo-mailbox';

type Mail = Awaited<ReturnType<DemoMailbox['mails']>>[number];

/** A mailbox into which a test puts mails. */
class Mailbox extends DemoMailbox {
  readonly kept: Mail[] = [];

  mails(): Promise<readonly Mail[]> {
    return Promise.resolve(this.kept);
  }

  put(to: string, subject: string): void {
    const number = this.kept.length + 1;
    const day = '2026-11-23';
    const text = { subject, text: `${subject}.`, html: `<p>${subject}.</p>`, calendar: null };
    const at = new Date('2026-11-23T06:00:00Z');
    const around = { from: 'terug@example.nl', messageId: `<${number}@example.nl>`, headers: {} };
    this.kept.push({ number, at, day, to: [to], toName: 'Iemand', ...text, ...around });
  }
}

describe('what keeps the product going, over HTTP', () => {
  const mailbox = new Mailbox();
  let product: TestProduct;
  let api: TestApi;
  let operator: Client;
  let auditor: Client;
  let coordinator: Client;
  let manager: Client;
  let otherManager: Client;
  let supplier: Client;
  let employee: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2026-11-23', undefined, { demoMailbox: mailbox });
    const group = await api.app.get(OrganisationsService).addSupplierGroup(THE_PRODUCT, {
      code: 'ANKER',
      name: 'Anker Groep',
      suppliers: [{ kvkNumber: '68750110', name: 'Schoonmaak Anker BV' }],
    });
    const at = (kind: 'NETWORK' | 'OVERSIGHT') => ({ kind });
    const ofMinistry = (principalCode: string) => ({ kind: 'PRINCIPAL', principalCode }) as const;
    const ofSupplier = { kind: 'SUPPLIER_GROUP', supplierGroupId: group.id } as const;
    operator = await api.signIn({ name: 'Olga', organisation: at('NETWORK'), roles: ['OPERATOR'] });
    auditor = await api.signIn({ name: 'Ada', organisation: at('OVERSIGHT'), roles: ['AUDITOR'] });
    coordinator = await api.signIn({ name: 'Nora', organisation: at('NETWORK'), roles: ['NETWORK_COORDINATOR'] });
    manager = await api.signIn({ name: 'Mia', organisation: ofMinistry('IenW'), roles: ['CONTRACT_MANAGER'] });
    otherManager = await api.signIn({ name: 'Bob', organisation: ofMinistry('BZK'), roles: ['CONTRACT_MANAGER'] });
    supplier = await api.signIn({ name: 'Sam', organisation: ofSupplier, roles: ['SUPPLIER_COORDINATOR'] });
    employee = await api.signIn({ name: 'Els', organisation: ofSupplier, roles: ['SUPPLIER_EMPLOYEE'] });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const codeOf = async (answer: PromiseLike<{ status: number; body: { code?: string } }>): Promise<string> => {
    const { status, body } = await answer;
    return `${status} ${body.code ?? ''}`.trim();
  };
  /** A mail as the worker left it. */
  const digest = (to: Client, day: string, state: string, more: { reason?: string } = {}) =>
    sql(
      product.adminUrl,
      `insert into monitoring.digest (id, person_id, day, state, attempts, subject, reason, queued_at)
       values (gen_random_uuid(), $1, $2, $3, 1, 'Geheim onderwerp', $4, now())`,
      [to.personId, day, state, more.reason ?? null],
    );

  describe('mails that did not arrive', () => {
    beforeAll(async () => {
      await digest(manager, '2026-11-20', 'BOUNCED', { reason: '550 5.1.1 No such user' });
      await digest(supplier, '2026-11-20', 'UNCERTAIN');
      await digest(manager, '2026-11-23', 'FAILED', { reason: 'No words.' });
      await digest(supplier, '2026-11-23', 'SENT');
      await digest(employee, '2026-11-23', 'QUEUED');
    });

    it('are told with the name, the day and why, and nothing of what is in them', async () => {
      const { items } = bodyOf(await operator.get('/mails'));
      const told = (items as Record<string, string>[]).map((mail) => `${mail.day} ${mail.personName} ${mail.state}`);
      expect(told[0]).toBe('2026-11-23 Mia FAILED');
      expect(told.slice(1).sort()).toEqual(['2026-11-20 Mia BOUNCED', '2026-11-20 Sam UNCERTAIN']);
      expect(items.find(({ state }: { state: string }) => state === 'BOUNCED')).toEqual({
        id: expect.any(String) as string,
        personName: 'Mia',
        day: '2026-11-20',
        state: 'BOUNCED',
        attempts: 1,
        reason: '550 5.1.1 No such user',
        sentAt: null,
      });
      expect(JSON.stringify(items)).not.toContain('Geheim');
      expect(bodyOf(await auditor.get('/mails')).items).toEqual(items);
    });

    it('are narrowed to a state, and come a page at a time', async () => {
      const { items } = bodyOf(await operator.get('/mails?state=UNCERTAIN'));
      expect(items.map(({ personName }: { personName: string }) => personName)).toEqual(['Sam']);
      const all = bodyOf(await operator.get('/mails')).items;
      const first = bodyOf(await operator.get('/mails?limit=2'));
      const rest = bodyOf(await operator.get(`/mails?limit=2&after=${first.next}`));
      expect([...first.items, ...rest.items]).toEqual(all);
      expect(await codeOf(operator.get('/mails?state=SENT'))).toBe('400 field.not_in_list');
    });

    it('are of nobody else', async () => {
      for (const who of [coordinator, manager, supplier]) {
        expect(await codeOf(who.get('/mails'))).toBe('403 session.not_allowed');
      }
    });
  });

  describe('addresses that do not work', () => {
    const since = '2026-11-20T06:00:00.000Z';
    beforeAll(async () => {
      for (const who of [manager, supplier, coordinator]) {
        await sql(
          product.adminUrl,
          `insert into monitoring.stale_address (person_id, address, reason, since) values ($1, 'x@example.nl', '550', $2)`,
          [who.personId, since],
        );
      }
    });
    const names = async (who: Client): Promise<string[]> =>
      (bodyOf(await who.get('/stale-addresses')).items as { name: string }[]).map(({ name }) => name).sort();

    it('are told to who manages those people', async () => {
      expect(await names(coordinator)).toEqual(['Mia', 'Nora', 'Sam']);
      expect(await names(auditor)).toEqual(['Mia', 'Nora', 'Sam']);
      expect(await names(manager)).toEqual(['Mia']);
      expect(await names(otherManager)).toEqual([]);
      expect(await names(employee)).toEqual(['Sam']);
      expect(await codeOf(operator.get('/stale-addresses'))).toBe('403 session.not_allowed');
      const { items } = bodyOf(await manager.get('/stale-addresses'));
      expect(items).toEqual([
        {
          personId: manager.personId,
          name: 'Mia',
          organisation: { kind: 'PRINCIPAL', principalCode: 'IenW', supplierGroupId: null },
          address: 'x@example.nl',
          reason: '550',
          since,
        },
      ]);
    });

    it('come a page at a time, each once', async () => {
      const first = bodyOf(await coordinator.get('/stale-addresses?limit=2'));
      const rest = bodyOf(await coordinator.get(`/stale-addresses?limit=2&after=${first.next}`));
      const ids = [...first.items, ...rest.items].map(({ personId }: { personId: string }) => personId);
      expect(ids.sort()).toEqual([manager, supplier, coordinator].map(({ personId }) => personId).sort());
    });

    it('are tried again by who manages those people, once, and that is written down', async () => {
      const retry = (who: Client, of: Client) => who.post(`/stale-addresses/${of.personId}/retries`);
      const unknown = '404 person.unknown';
      const notHeldBack = '409 person.mail_not_held_back';
      expect(await codeOf(retry(otherManager, manager))).toBe(unknown);
      expect(await codeOf(retry(supplier, manager))).toBe(unknown);
      expect(await codeOf(retry(employee, supplier))).toBe('403 session.not_allowed');
      expect(await codeOf(retry(coordinator, otherManager))).toBe(notHeldBack);
      expect((await retry(coordinator, manager)).status).toBe(204);
      expect(await codeOf(retry(coordinator, manager))).toBe(notHeldBack);
      expect(await names(manager)).toEqual([]);
      const { items } = bodyOf(await manager.get('/audit-trail?action=person.mail-resumed'));
      expect(items).toMatchObject([
        { actorName: 'Nora', subject: 'person', subjectId: manager.personId, principalCode: 'IenW' },
      ]);
    });
  });

  it('runs of the daily job are told with how far they are', async () => {
    await sql(
      product.adminUrl,
      `insert into monitoring.sweep (day, started_at, finished_at, groups, groups_done, items, reminders, digests)
       values ('2026-11-20', '2026-11-20T06:00:00Z', '2026-11-20T06:01:00Z', 3, 3, 40, 12, 5),
              ('2026-11-23', '2026-11-23T06:00:00Z', null, 3, 1, 10, 2, 0)`,
    );
    const { items, next } = bodyOf(await operator.get('/sweeps?limit=1'));
    const running = { day: '2026-11-23', startedAt: '2026-11-23T06:00:00.000Z', finishedAt: null };
    expect(items).toEqual([{ ...running, groups: 3, groupsDone: 1, workItems: 10, reminders: 2, mails: 0 }]);
    const rest = bodyOf(await operator.get(`/sweeps?after=${next}`));
    expect(rest.items).toMatchObject([{ day: '2026-11-20', finishedAt: '2026-11-20T06:01:00.000Z', mails: 5 }]);
    expect(await codeOf(coordinator.get('/sweeps'))).toBe('403 session.not_allowed');
  });

  describe('jobs', () => {
    const JOB = 'test.mend';
    let isBroken = true;
    const done: string[] = [];

    beforeAll(async () => {
      const settings = {
        attempts: 1,
        backoff: { delayMs: 1, mostMs: 1 },
        concurrency: 1,
      } as const;
      api.app.get(JobRegistry).handle<{ what: string }>(JOB, settings, ({ what }) => {
        if (isBroken) return Promise.reject(new Error('It is broken.'));
        done.push(what);
        return Promise.resolve();
      });
      await api.app.get(JobRunner).start([]);
      await api.app.get(JobQueues).addMany(
        JOB,
        ['a', 'b', 'c'].map((what) => ({ id: `mend-${what}`, payload: { what } })),
      );
      await until(async () => failedOf(bodyOf(await operator.get('/queues'))) === 3);
    }, 60_000);
    afterAll(() => api.app.get(JobRunner).stop());

    const failedOf = ({ items }: { items: { name: string; failed: number }[] }): number | undefined =>
      items.find(({ name }) => name === JOB)?.failed;

    it('that failed are counted and told', async () => {
      const queues = bodyOf(await operator.get('/queues'));
      expect(queues.items.find(({ name }: { name: string }) => name === JOB)).toEqual({
        name: JOB,
        waiting: 0,
        active: 0,
        delayed: 0,
        failed: 3,
        completed: 0,
      });
      expect(queues.outbox).toEqual({ waiting: expect.any(Number) as number, since: expect.anything() as string });
      const first = bodyOf(await operator.get(`/failed-jobs?name=${JOB}&limit=2`));
      const rest = bodyOf(await operator.get(`/failed-jobs?name=${JOB}&limit=2&after=${first.next}`));
      const all = [...first.items, ...rest.items];
      expect(all.map(({ id }: { id: string }) => id).sort()).toEqual(['mend-a', 'mend-b', 'mend-c']);
      expect(rest.next).toBeNull();
      expect(all[0]).toMatchObject({
        name: JOB,
        reason: 'It is broken.',
        attempts: 1,
        payload: { what: expect.any(String) as string },
      });
      expect(bodyOf(await auditor.get('/failed-jobs')).items).toHaveLength(3);
      expect(bodyOf(await operator.get('/failed-jobs?name=test.other')).items).toEqual([]);
      expect(await codeOf(coordinator.get('/queues'))).toBe('403 session.not_allowed');
    });

    it('are tried again one by one or all, by an operator, and that is written down', async () => {
      const retry = (who: Client, body: object) => who.post('/failed-jobs/retries', body);
      expect(await codeOf(retry(auditor, { name: JOB }))).toBe('403 session.not_allowed');
      expect(await codeOf(retry(operator, { name: JOB, id: 'mend-z' }))).toBe('404 failed-job.unknown');
      isBroken = false;
      expect(bodyOf(await retry(operator, { name: JOB, id: 'mend-b' }))).toEqual({ retried: 1 });
      await until(async () => failedOf(bodyOf(await operator.get('/queues'))) === 2);
      expect(bodyOf(await retry(operator, { name: JOB }))).toEqual({ retried: 2 });
      await until(() => Promise.resolve(done.length === 3));
      expect(done[0]).toBe('b');
      expect([...done].sort()).toEqual(['a', 'b', 'c']);
      expect(bodyOf(await retry(operator, { name: JOB }))).toEqual({ retried: 0 });
      const { items } = bodyOf(await coordinator.get('/audit-trail?subject=job'));
      expect(items).toMatchObject([
        { action: 'job.retried', subjectId: JOB, detail: { name: JOB, count: 2 }, actorName: 'Olga' },
        { action: 'job.retried', subjectId: 'mend-b', detail: { name: JOB, count: 1 } },
      ]);
    });
  });

  describe('mails of the demo', () => {
    it('are read by who they are to, the newest first', async () => {
      const { email } = bodyOf(await coordinator.get(`/people/${manager.personId}`));
      mailbox.put(email.toUpperCase(), 'Eerste');
      mailbox.put('iemand@example.nl', 'Van een ander');
      mailbox.put(email, 'Tweede');
      const { items } = bodyOf(await manager.get('/demo-mails'));
      expect(items.map(({ number, subject }: { number: number; subject: string }) => [number, subject])).toEqual([
        [3, 'Tweede'],
        [1, 'Eerste'],
      ]);
      expect(bodyOf(await manager.get('/demo-mails/3'))).toEqual({
        number: 3,
        at: '2026-11-23T06:00:00.000Z',
        day: '2026-11-23',
        toName: 'Iemand',
        subject: 'Tweede',
        text: 'Tweede.',
        html: '<p>Tweede.</p>',
        calendar: null,
      });
      for (const number of ['2', '4']) {
        expect(await codeOf(manager.get(`/demo-mails/${number}`))).toBe('404 demo-mail.unknown');
      }
      expect(bodyOf(await operator.get('/demo-mails')).items).toEqual([]);
      expect(await codeOf(auditor.get('/demo-mails/1'))).toBe('404 demo-mail.unknown');
    });

    it('are nowhere where the demo does not run', async () => {
      const other = await openApi(product.applicationUrl, '2026-11-23', { demo: false, secureCookies: false });
      const somebody = await other.signIn({ name: 'Ida', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
      for (const path of ['/demo-mails', '/demo-mails/1']) {
        expect(await codeOf(somebody.get(path))).toBe('404 demo-mail.none');
      }
      await other.close();
    });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come about');
}
