import { day, flag, integer, json, moment, text, texts, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { Claim } from '../domain/claim';
import type { Evidence, EvidenceType } from '../domain/evidence';
import type { Placement } from '../domain/placement';
import type { Report } from '../domain/report';

/** Worked out or counted by the database. */
const MADE_BY_THE_DATABASE = { insert: false, update: false } as const;

/** What stands for a supplier's own reference of a person. */
export interface Candidate {
  readonly id: string;
  readonly supplierKvkNumber: string;
  readonly ref: string;
}

/** A term that got longer, of a report or of the answer to a claim. */
export interface Extension {
  readonly id: number;
  readonly reportId: string | null;
  readonly claimId: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  readonly extendedBy: string;
  readonly recordedAt: Date;
}

export const candidateSchema = new EntitySchema<Candidate>({
  name: 'Candidate',
  schema: 'placements',
  tableName: 'candidate',
  columns: { id: uuid({ primary: true }), supplierKvkNumber: text(), ref: text() },
});

export const placementSchema = new EntitySchema<Placement>({
  name: 'Placement',
  schema: 'placements',
  tableName: 'placement',
  columns: {
    id: uuid({ primary: true }),
    ref: text(),
    planId: uuid(),
    supplierKvkNumber: text(),
    candidate: text(),
    block: text(),
    bonuses: texts(),
    employmentForm: text(),
    startsOn: day(),
    endsOn: day({ nullable: true }),
    registerIndicated: text(),
    region: text({ nullable: true }),
    realised: json({ nullable: true }),
    personId: uuid(),
    version: { type: 'integer' },
    recordedAt: moment(),
  },
});

/** That officials wrote it, and why: of a report and of its claims. */
const ON_BEHALF = {
  onBehalfSide: text({ nullable: true }),
  onBehalfReason: text({ nullable: true }),
  onBehalfWriters: texts(),
};

export const reportSchema = new EntitySchema<Report>({
  name: 'Report',
  schema: 'placements',
  tableName: 'report',
  columns: {
    id: uuid({ primary: true }),
    number: integer(),
    planId: uuid(),
    supplierKvkNumber: text(),
    quarter: day(),
    sequence: { type: 'integer' },
    state: text(),
    dueOn: day(),
    lines: json(),
    nothingToReport: flag(),
    version: { type: 'integer' },
    lastEditedBy: text(),
    lastEditedAt: moment(),
    checkedBy: text({ nullable: true }),
    checkedAt: moment({ nullable: true }),
    submittedBy: text({ nullable: true }),
    submittedAt: moment({ nullable: true }),
    submittedOn: day({ nullable: true, ...MADE_BY_THE_DATABASE }),
    ...ON_BEHALF,
  },
});

export const claimSchema = new EntitySchema<Claim>({
  name: 'Claim',
  schema: 'placements',
  tableName: 'claim',
  columns: {
    id: uuid({ primary: true }),
    number: integer(),
    ref: text(),
    planId: uuid(),
    supplierKvkNumber: text(),
    kind: text(),
    block: text(),
    placementId: uuid({ nullable: true }),
    periodFrom: day(),
    periodTo: day(),
    centihours: integer({ nullable: true }),
    invoiceCents: integer({ nullable: true }),
    earmarkId: uuid({ nullable: true }),
    reportId: uuid({ nullable: true }),
    realised: json({ nullable: true }),
    description: text({ nullable: true }),
    warnings: json(),
    status: text(),
    submittedBy: text(),
    submittedAt: moment(),
    answerDueOn: day(),
    decidedBy: text({ nullable: true }),
    decidedAt: moment({ nullable: true }),
    decidedOn: day({ nullable: true, ...MADE_BY_THE_DATABASE }),
    acceptedCentihours: integer({ nullable: true }),
    acceptedInvoiceCents: integer({ nullable: true }),
    decisionReason: text({ nullable: true }),
    valueCents: integer({ nullable: true }),
    countedCentihours: integer({ nullable: true }),
    jobCentihours: integer({ nullable: true }),
    usedBefore: integer({ nullable: true }),
    registerIndicated: flag({ nullable: true }),
    reversedBy: text({ nullable: true }),
    reversedAt: moment({ nullable: true }),
    reversedOn: day({ nullable: true, ...MADE_BY_THE_DATABASE }),
    reversalReason: text({ nullable: true }),
    ...ON_BEHALF,
  },
});

export const evidenceTypeSchema = new EntitySchema<EvidenceType>({
  name: 'EvidenceType',
  schema: 'placements',
  tableName: 'evidence_type',
  columns: {
    code: text({ primary: true }),
    name: text(),
    kinds: texts(),
    existsFrom: day({ nullable: true }),
    existsTo: day({ nullable: true }),
    source: text(),
  },
});

export const evidenceSchema = new EntitySchema<Evidence>({
  name: 'Evidence',
  schema: 'placements',
  tableName: 'evidence',
  columns: {
    id: uuid({ primary: true }),
    placementId: uuid({ nullable: true }),
    claimId: uuid({ nullable: true }),
    type: text(),
    seenOn: day(),
    seenBy: text(),
    validUntil: day({ nullable: true }),
    recordedAt: moment(),
    verdict: text({ nullable: true }),
    verdictBy: text({ nullable: true }),
    verdictAt: moment({ nullable: true }),
    verdictReason: text({ nullable: true }),
  },
});

export const extensionSchema = new EntitySchema<Extension>({
  name: 'Extension',
  schema: 'placements',
  tableName: 'extension',
  columns: {
    // Given by the database.
    id: integer({ primary: true, insert: false }),
    reportId: uuid({ nullable: true }),
    claimId: uuid({ nullable: true }),
    fromDay: day(),
    toDay: day(),
    reason: text(),
    extendedBy: text(),
    recordedAt: moment(),
  },
});
