import { WORK_ITEM_KINDS, keyOf, ofSupplier, workItem, type WorkItem } from '../domain/work-item';
import { composeDigest } from './compose-digest';
import type { Composed, DigestInput, DigestItem } from './types';

const NAUGHTY = `<script>alert("x")</script> & 'co' \u202Eevil\u202C\r\n\r\n* Vals\u0000 \uD800`;

function item(n: number, known: Partial<WorkItem> = {}): DigestItem {
  const kind = WORK_ITEM_KINDS[n % WORK_ITEM_KINDS.length] ?? 'REPORT_TO_OPEN';
  const subject = { type: 'CONTRACT', id: `id-${n}`, name: null } as const;
  const made = workItem(kind, subject, ofSupplier('g1', ['SUPPLIER_COORDINATOR']), {
    planName: `Plan ${n}`,
    contractNumber: `${n}`,
    dueOn: '2026-07-30',
    ...known,
  });
  return { key: keyOf(made), kind, reason: 'FIRST', item: made };
}

const compose = (items: readonly DigestItem[], more: Partial<DigestInput> = {}): Composed =>
  composeDigest({
    language: 'nl',
    person: { name: 'Fatima', side: 'SUPPLIER', roles: ['SUPPLIER_COORDINATOR'], organisation: 'Helder' },
    day: '2026-07-20',
    baseUrl: 'https://sr.example.nl',
    items,
    stillOpen: 0,
    carriedOver: false,
    ...more,
  });

describe('a letter in HTML', () => {
  const { html } = compose([item(0), item(1), item(2, { dueOn: null })]);

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|style|video|object|form)\b|url\(|@import|\son\w+=|src=/i);
    expect(html.match(/https?:\/\/[^/"]+/g)?.filter((host) => host !== 'https://sr.example.nl')).toEqual([]);
  });

  it('has one heading of each level above the next, lists, and its language', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nl">/);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, n) => expect(level - (levels[n] ?? 0)).toBeLessThanOrEqual(1));
    expect(html).toContain('<li');
    expect(compose([item(0)], { language: 'en' }).html).toContain('<html lang="en">');
  });

  it('closes every element that it opens', () => {
    for (const mail of [compose([item(0)]), compose(Array.from({ length: 60 }, (_, n) => item(n)))]) {
      const open: string[] = [];
      for (const [, end, name] of mail.html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
        if (name === 'meta' || name === 'br' || name === 'hr' || name === undefined) continue;
        if (end === '') open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });

  it('leaves colours to the program that shows it, by day and by night', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/style="[^"]*(color|background)/);
    expect(html).not.toMatch(/[^-]width:\d+px/);
  });
});

describe('names of others', () => {
  const known = { planName: NAUGHTY, contractNumber: NAUGHTY, supplierName: NAUGHTY };
  const person = { name: NAUGHTY, side: 'NETWORK', roles: ['NETWORK_COORDINATOR'], organisation: NAUGHTY } as const;
  const mails = WORK_ITEM_KINDS.map((_, n) =>
    compose([{ ...item(n, known), nobodyFor: { side: 'PRINCIPAL', name: NAUGHTY } }], { person, stillOpen: 1 }),
  );

  it('are no mark-up', () => {
    for (const { html } of mails) {
      expect(html).not.toMatch(/<script|alert\("/);
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('begin no line of their own and turn nothing around', () => {
    for (const { subject, text, html, calendar } of mails) {
      expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      for (const part of [text, html, calendar ?? '']) expect(part).not.toMatch(/[\p{Cf}\p{Cs}\0]/u);
      expect(text).not.toMatch(/^\* Vals/m);
      expect(text.match(/^\* /gm)).toHaveLength(1);
      expect(calendar ?? '').not.toMatch(
        /^(?!(BEGIN|END|VERSION|PRODID|METHOD|NAME|X-|UID|SEQUENCE|DTST|SUMMARY|TRANSP|DESCR|URL| ))./m,
      );
    }
  });

  it('may be as long as they like', () => {
    const long = 'w'.repeat(3_000);
    const mail = compose([item(6, { planName: long, supplierName: long })], { person: { ...person, name: long } });
    expect(mail.html.length).toBeLessThan(5_000);
    expect(mail.html).not.toMatch(/w{41}/);
  });
});

describe('a mail of very much', () => {
  const many = (size: number) =>
    Array.from({ length: size }, (_, n) =>
      item(n, {
        dueOn: n % 7 === 0 ? '2026-07-01' : n % 5 === 0 ? null : `2026-08-${String((n % 28) + 1).padStart(2, '0')}`,
      }),
    );

  it.each([13, 200, 10_000])('tells twelve of %i in full and counts the others', (size) => {
    const { text, html, calendar } = compose(many(size));
    expect(text.match(/\/werk\//g)).toHaveLength(12);
    expect(html.match(/\/werk\//g)).toHaveLength(12);
    expect(text).toContain('Ga naar Mijn werk:\nhttps://sr.example.nl/');
    expect(calendar?.match(/BEGIN:VEVENT/g)?.length ?? 0).toBeLessThanOrEqual(50);
    for (const part of [text, html]) expect(Buffer.byteLength(part)).toBeLessThan(100_000);
    expect(Buffer.byteLength(calendar ?? '')).toBeLessThan(100_000);
  });

  it('loses nothing: what is told and what is counted are all', () => {
    const { text } = compose(many(500));
    const told = text.match(/\/werk\//g)?.length ?? 0;
    const rest = [...text.replace(/\s+/g, ' ').matchAll(/De andere (\S+) staan/g)].map(([, said]) => numberOf(said));
    const one = [...text.matchAll(/De andere staat/g)].length;
    const counted = [...text.matchAll(/^- .*: ([\d.]+)$/gm)].map(([, said]) => numberOf(said));
    expect(told + one + [...rest, ...counted].reduce((sum, n) => sum + n, 0)).toBe(500);
  });

  it('keeps the most urgent of each matter, and leaves room for others', () => {
    const late = Array.from({ length: 40 }, (_, n) => ({ ...item(8, { dueOn: '2026-07-01' }), key: `late${n}` }));
    const { text } = compose([...late, item(2, { dueOn: '2026-07-21' })]);
    expect(text.match(/\/werk\/late/g)).toHaveLength(6);
    expect(text).toContain('De andere 34 staan in Mijn werk.');
    expect(text).toContain('/werk/OBLIGATION_MISSING');
  });

  it('gathers any number that is late for very long', () => {
    const name = 'Een lange naam van een plan '.repeat(9);
    const old = Array.from({ length: 10_000 }, (_, n) =>
      item(n, {
        dueOn: '2024-01-30',
        planName: `${n} ${name}`,
        supplierName: name,
        quarter: `${1990 + (n % 30)}-01-01`,
      }),
    );
    const { subject, text, html } = compose(old);
    expect([...subject].length).toBeLessThanOrEqual(90);
    for (const part of [text, html]) expect(Buffer.byteLength(part)).toBeLessThan(100_000);
    for (const line of text.split('\n')) expect(line.includes('https:') || [...line].length <= 78).toBe(true);
  });

  it('is written at once', () => {
    const items = many(10_000);
    const began = performance.now();
    compose(items);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  const WORDS = [
    'nul',
    'één',
    'twee',
    'drie',
    'vier',
    'vijf',
    'zes',
    'zeven',
    'acht',
    'negen',
    'tien',
    'elf',
    'twaalf',
  ];
  const numberOf = (said = ''): number =>
    WORDS.includes(said) ? WORDS.indexOf(said) : Number(said.replaceAll('.', ''));
});

it('is the same for the same items in any order', () => {
  const items = Array.from({ length: 80 }, (_, n) => item(n));
  expect(compose([...items].reverse())).toEqual(compose(items));
});
