import { silencesOf, type LateWork, type MailedAbout } from './silence';

const SUPPLIER = { side: 'SUPPLIER', principalCode: null, supplierGroupId: 'G' } as const;
const PRINCIPAL = { side: 'PRINCIPAL', principalCode: 'IenW', supplierGroupId: null } as const;
const work = (key: string, of: object, known: object = {}): LateWork =>
  ({ key, planId: null, contractId: null, ...of, ...known }) as LateWork;
const mail = (key: string, of: object, personId: string, day: string): MailedAbout =>
  ({ key, personId, day, ...of }) as MailedAbout;

describe('who is silent', () => {
  it('is who was mailed about late work of its own: since the first mail, each item, plan and person once', () => {
    const items = [
      work('REPORT_TO_OPEN:a', SUPPLIER, { planId: 'P1' }),
      work('REPORT_TO_OPEN:b', SUPPLIER, { planId: 'P1', contractId: 'C1' }),
      work('SETTLEMENT_TO_ANSWER:c', SUPPLIER, { contractId: 'C2' }),
    ];
    const mails = [
      mail('REPORT_TO_OPEN:a', SUPPLIER, 'sam', '2026-02-10'),
      mail('REPORT_TO_OPEN:b', SUPPLIER, 'sam', '2026-02-03'),
      mail('REPORT_TO_OPEN:b', SUPPLIER, 'els', '2026-02-05'),
      mail('SETTLEMENT_TO_ANSWER:c', SUPPLIER, 'sam', '2026-03-01'),
    ];
    expect(silencesOf(items, mails)).toEqual([
      {
        ...SUPPLIER,
        since: '2026-02-03',
        keys: ['REPORT_TO_OPEN:a', 'REPORT_TO_OPEN:b', 'SETTLEMENT_TO_ANSWER:c'],
        planIds: ['P1'],
        contractIds: ['C2'],
        personIds: ['els', 'sam'],
      },
    ]);
  });

  it('is not who heard of the work of another, nor who was not mailed', () => {
    const items = [work('REPORT_LATE:a', SUPPLIER), work('EXEMPTION_TO_DECIDE:b', PRINCIPAL)];
    expect(silencesOf(items, [mail('REPORT_LATE:a', PRINCIPAL, 'mia', '2026-02-03')])).toEqual([]);
  });

  it('has the longest silent first', () => {
    const items = [work('a', SUPPLIER), work('b', PRINCIPAL)];
    const mails = [mail('a', SUPPLIER, 'sam', '2026-02-03'), mail('b', PRINCIPAL, 'mia', '2026-02-02')];
    expect(silencesOf(items, mails).map(({ side }) => side)).toEqual(['PRINCIPAL', 'SUPPLIER']);
  });
});
