import { EMPLOYMENT_FORMS, type EmploymentForm } from '@sr/kernel';
import { Cents, Centihours, Choice, Id, ListOf, Text, Texts } from '@sr/platform';
import { BLOCK, ValueStep } from './shared.dto';

/** Hours of somebody at work, of which is asked what they would be worth. */
export class PreviewValueBody {
  @Id({ description: 'The plan, whose value table it goes by.' })
  readonly planId!: string;

  @Text({ description: 'The block for placements.', ...BLOCK })
  readonly block!: string;

  @Texts({ description: 'The bonuses that apply.', max: 20, each: BLOCK, optional: true, example: ['AGE_55'] })
  readonly bonuses?: readonly string[];

  @Choice(EMPLOYMENT_FORMS, { description: 'How the candidate works; FORMAL unless said.', optional: true })
  readonly employmentForm?: EmploymentForm;

  @Centihours({
    description: 'The paid hours, in hundredths: 46800 is 13 weeks of 36 hours.',
    max: 1_000_000,
    example: 46_800,
  })
  readonly centihours!: number;

  @Id({
    description: 'A placement of the same candidate: what it used of the counting limit is taken off.',
    optional: true,
    nullable: true,
  })
  readonly placementId?: string | null;
}

/** What the hours would be worth. */
export class ValuePreviewAnswer {
  @Cents({ description: 'The value, in cents; 0 in a form-free plan.', max: Number.MAX_SAFE_INTEGER, example: 885_417 })
  readonly valueCents!: number;

  @Centihours({ description: 'The hours that would count, in hundredths.', example: 46_800 })
  readonly countedCentihours!: number;

  @ListOf(() => ValueStep, { description: 'How the value is worked out.', max: 30 })
  readonly steps!: readonly ValueStep[];

  @Centihours({
    description: 'The most hours of one candidate that count in this block; null when nothing limits it.',
    nullable: true,
    example: 374_400,
  })
  readonly limitCentihours!: number | null;

  @Centihours({ description: 'What these hours leave of that limit.', nullable: true, example: 327_600 })
  readonly leftCentihours!: number | null;
}
