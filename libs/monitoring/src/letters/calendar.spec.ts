import { daysBetween } from '@sr/kernel';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { keyOf, ofSupplier, workItem, type WorkItemKind } from '../domain/work-item';
import { calendarOf } from './calendar';
import { asFile } from './icalendar';
import type { DigestInput, DigestItem } from './types';
import { WORDS } from './words';

function item(kind: WorkItemKind, dueOn: string | null, name = 'Schoonmaak', id = 'c1'): DigestItem {
  const party = ofSupplier('g1', ['SUPPLIER_COORDINATOR']);
  const made = workItem(kind, { type: 'CONTRACT', id, name }, party, { contractNumber: name, planName: name, dueOn });
  return { key: keyOf(made), kind, reason: 'FIRST', item: made };
}

const input = (items: readonly DigestItem[], day = '2026-07-20'): DigestInput => ({
  language: 'nl',
  person: { name: 'Fatima', side: 'SUPPLIER', roles: ['SUPPLIER_COORDINATOR'], organisation: null },
  day,
  baseUrl: 'https://sr.example.nl',
  items,
  stillOpen: 0,
  carriedOver: false,
});
const calendar = (items: readonly DigestItem[], day?: string): string => calendarOf(input(items, day)) ?? '';
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar of a mail', () => {
  const awkward = `Zorg; „wonen”, \\ ${'één-élan '.repeat(12)}😀😀😀`;
  const text = calendar([item('FINAL_REPORT', '2026-07-30', awkward)]);

  it('is there only for days that are still to come', () => {
    expect(calendarOf(input([item('FINAL_REPORT', null)]))).toBeNull();
    expect(calendarOf(input([item('FINAL_REPORT', '2026-07-20'), item('FINAL_REPORT', '2026-07-01')]))).toBeNull();
    expect(calendar([item('FINAL_REPORT', '2026-07-21')])).toContain('DTSTART;VALUE=DATE:20260721');
  });

  it('holds what RFC 5545 asks of a calendar and an event', () => {
    const lines = unfolded(text);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    for (const name of ['PRODID:', 'METHOD:PUBLISH', 'UID:', 'DTSTAMP:', 'DTSTART;', 'SUMMARY:', 'URL', 'SEQUENCE:']) {
      expect(lines.filter((line) => line.startsWith(name))).toHaveLength(1);
    }
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
  });

  it('has whole days, so that no time zone moves them', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20260730\r\n');
    expect(text).not.toMatch(/DTSTART:|TZID|VTIMEZONE/);
  });

  it('ends lines with CRLF and folds them at 75 octets, between characters', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
  });

  it('escapes what separates values', () => {
    const summary = unfolded(text).find((line) => line.startsWith('SUMMARY:'));
    expect(summary).toContain('Zorg\\; „wonen”\\, \\\\ één-élan');
  });

  it('folds no line that fits, and any other where it should', () => {
    for (const length of [74, 75, 76, 149, 150]) {
      for (const character of ['x', 'é', '€', '😀']) {
        const line = character.repeat(length);
        const lines = asFile([line]).split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((part, n) => (n === 0 ? part : part.slice(1))).join('')).toBe(line);
        expect(lines.slice(1).every((part) => part.startsWith(' '))).toBe(true);
        const octets = lines.map((part) => Buffer.byteLength(part));
        // Each is as long as it can be.
        for (const [n, count] of octets.entries()) {
          expect(count).toBeLessThanOrEqual(75);
          if (n < octets.length - 1) expect(count).toBeGreaterThan(75 - Buffer.byteLength(character));
        }
      }
    }
  });

  it('says what a library of others writes of the same', () => {
    const names = [awkward, 'Twee\r\nregels', 'Een: twee', '"Aanhaling"', 'x'.repeat(80)];
    const items = names.map((name, n) => item('FINAL_REPORT', `2026-08-0${n + 1}`, name, `c${n}`));
    const theirs = ical({
      prodId: { company: 'Social Return', product: 'Digest', language: 'NL' },
      method: ICalCalendarMethod.PUBLISH,
      name: 'Social return',
    });
    const summaries = unfolded(calendar(items)).filter((line) => line.startsWith('SUMMARY:'));
    for (const [n, { key, item: of }] of items.entries()) {
      theirs.createEvent({
        id: `${encodeURIComponent(key)}@sr.example.nl`,
        sequence: daysBetween('2020-01-01', '2026-07-20'),
        stamp: new Date('2026-07-20T00:00:00Z'),
        start: new Date(`${of.dueOn}T00:00:00Z`),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        // As it was meant: a sign that is written otherwise is read as itself.
        summary: summaries[n]?.slice('SUMMARY:'.length).replace(/\\([\\;,])/g, '$1') ?? '',
        description: WORDS.nl.frame.calendarNote,
        url: `https://sr.example.nl/werk/${encodeURIComponent(key)}`,
      });
    }
    expect(unfolded(calendar(items))).toEqual(unfolded(`${theirs.toString()}\r\n`));
  });

  it('knows an item by the same UID in every mail, and a later mail by its sequence', () => {
    const [first, second] = ['2026-07-20', '2026-07-21'].map((day) =>
      unfolded(calendar([item('FINAL_REPORT', '2026-08-30')], day)),
    );
    const value = (lines: readonly string[] = [], name: string) => lines.find((line) => line.startsWith(name));
    expect(value(first, 'UID:')).toBe('UID:FINAL_REPORT%3Ac1@sr.example.nl');
    expect(value(second, 'UID:')).toBe(value(first, 'UID:'));
    expect(Number(value(second, 'SEQUENCE:')?.slice(9))).toBe(Number(value(first, 'SEQUENCE:')?.slice(9)) + 1);
  });

  it('says what and leads there', () => {
    const lines = unfolded(calendar([item('FINAL_REPORT', '2026-07-30', '31201')]));
    expect(lines).toContain('SUMMARY:Laatste rapportage: indienen (contract 31201)');
    expect(lines).toContain('URL;VALUE=URI:https://sr.example.nl/werk/FINAL_REPORT%3Ac1');
  });

  it('has at most fifty days, the soonest', () => {
    const items = Array.from({ length: 80 }, (_, n) =>
      item('FINAL_REPORT', n < 40 ? '2026-09-01' : '2026-08-01', 'x', `c${n}`),
    );
    const days = unfolded(calendar(items)).filter((line) => line.startsWith('DTSTART'));
    expect(days).toHaveLength(50);
    expect(days.filter((line) => line.endsWith('20260801'))).toHaveLength(40);
  });
});
