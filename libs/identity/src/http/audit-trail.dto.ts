import { AnyFields, Choice, Day, Id, ListOf, Moment, PageQuery, Text, Whole } from '@sr/platform';

const SUBJECTS = [
  'contract',
  'plan',
  'placement',
  'report',
  'claim',
  'value-table',
  'organisation',
  'person',
  'job',
] as const;

/** Narrows the audit trail. */
export class AuditTrailQuery extends PageQuery {
  @Choice(SUBJECTS, { description: 'Only what was done to this kind of object.', optional: true })
  readonly subject?: (typeof SUBJECTS)[number];

  @Text({ description: 'Only what was done to the object with this id or code.', max: 100, optional: true })
  readonly subjectId?: string;

  @Text({ description: 'Only what this person did: the id.', max: 100, optional: true })
  readonly actorId?: string;

  @Text({
    description: 'Only this action.',
    max: 60,
    pattern: /^[a-z-]+\.[a-z-]+$/,
    shape: 'Write an action as the trail does, such as contract.registered.',
    optional: true,
    example: 'contract.registered',
  })
  readonly action?: string;

  @Day({ description: 'Only from this day on.', optional: true, example: '2026-01-01' })
  readonly from?: string;

  @Day({ description: 'Only until the end of this day.', optional: true, example: '2026-12-31' })
  readonly to?: string;
}

/** One change: who did what, when, to what, from what to what, and on what ground. */
export class AuditLineAnswer {
  @Whole({ description: 'Lines are numbered in the order in which they were written.', min: 1, example: 4711 })
  readonly id!: number;

  @Moment({ description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Text({ description: 'The id of the person, or the name of the part of the product that did it.', max: 100 })
  readonly actorId!: string;

  @Text({
    description: 'The name of the person; null when the product itself did it.',
    max: 100,
    nullable: true,
    example: 'Nora de Wit',
  })
  readonly actorName!: string | null;

  @Text({ description: 'What was done, in past tense.', max: 60, example: 'contract.registered' })
  readonly action!: string;

  @Choice(SUBJECTS, { description: 'The kind of object.' })
  readonly subject!: string;

  @Text({ description: 'The id or code of the object.', max: 100 })
  readonly subjectId!: string;

  @AnyFields({
    description: 'What changed: the fields with their value, or `from` and `to`. Nothing of it tells of a candidate.',
    nullable: true,
    example: { joinedOn: '2024-01-01', leftOn: null },
  })
  readonly detail!: Readonly<Record<string, unknown>> | null;

  @Text({ description: 'Why, in the own words of who did it.', max: 5000, nullable: true })
  readonly reason!: string | null;

  @Text({ description: 'The principal whose trail it is.', max: 20, nullable: true, example: 'IenW' })
  readonly principalCode!: string | null;

  @Id({ description: 'The supplier group whose trail it is.', nullable: true })
  readonly supplierGroupId!: string | null;
}

/** A page of the audit trail. */
export class AuditTrailPage {
  @ListOf(() => AuditLineAnswer, { description: 'Newest first.', max: 100 })
  readonly items!: readonly AuditLineAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
