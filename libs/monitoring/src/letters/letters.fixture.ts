import {
  REPORTERS,
  keyOf,
  ofSupplier,
  workItem,
  type Subject,
  type WorkItem,
  type WorkItemKind,
} from '../domain/work-item';
import { composeDigest } from './compose-digest';
import { KIND_FACTS } from './kinds';
import type { Composed, DigestInput, DigestItem, DigestReader } from './types';

export const DAY = '2026-07-20';
export const REF = 'K-0147';
export const NAME = 'Helder Schoonmaak B.V.';

export const readers = {
  supplier: { name: 'Fatima el Amrani', side: 'SUPPLIER', roles: ['SUPPLIER_COORDINATOR'], organisation: NAME },
  principal: {
    name: 'Marijke de Vries',
    side: 'PRINCIPAL',
    roles: ['CONTRACT_MANAGER'],
    organisation: 'Rijkswaterstaat',
  },
  network: { name: 'Pieter Bos', side: 'NETWORK', roles: ['NETWORK_COORDINATOR'], organisation: null },
  verifier: { name: 'Sanne Kuipers', side: 'NETWORK', roles: ['VERIFIER'], organisation: null },
  nobody: { name: '', side: null, roles: [], organisation: null },
} satisfies Record<string, DigestReader>;

export const supplier = ofSupplier('g1', REPORTERS);
const KNOWN: Partial<WorkItem> = {
  planId: 'p1',
  planName: 'Schoonmaak',
  contractId: 'c1',
  contractNumber: '31201',
  supplierKvkNumber: '12345678',
  supplierName: NAME,
  quarter: '2026-04-01',
  count: 3,
  cents: 1_250_050,
  paceCents: 95_055,
};

export const subjectFor = (kind: WorkItemKind, id: string): Subject =>
  KIND_FACTS[kind].named === 'PLACEMENT'
    ? { type: 'PLACEMENT', id, name: REF }
    : { type: 'CONTRACT', id, name: 'Schoonmaak' };

/** An item of a kind, known as far as it can be. */
export function one(kind: WorkItemKind, known: Partial<WorkItem> = {}, more: Partial<DigestItem> = {}): DigestItem {
  const item = { ...workItem(kind, subjectFor(kind, 's1'), supplier, {}), ...KNOWN, dueOn: '2026-07-30', ...known };
  return { key: keyOf(item), kind, reason: 'FIRST', item, ...more };
}

export const compose = (items: readonly DigestItem[], more: Partial<DigestInput> = {}): Composed =>
  composeDigest({
    language: 'nl',
    person: readers.supplier,
    day: DAY,
    baseUrl: 'https://sr.example.nl',
    items,
    stillOpen: 0,
    carriedOver: false,
    ...more,
  });

/** As one line, for what is asserted across line ends. */
export const flat = ({ text }: Composed): string => text.replace(/\s+/g, ' ');
export const visible = (html: string): string => html.replace(/<[^>]*>/g, ' ');
