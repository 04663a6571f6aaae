import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { ValuePreviewsService } from '../value-previews.service';
import { PreviewValueBody, ValuePreviewAnswer } from './value-previews.dto';

/** What hours would be worth, before anything is registered. */
@ApiTags('Placements')
@Controller('value-previews')
export class ValuePreviewsController {
  constructor(private readonly previews: ValuePreviewsService) {}

  @Post()
  @Allow('placements.write', {
    summary: 'See what hours of a candidate would be worth in a plan',
    description: 'As if they were accepted now. Nothing changes.',
    status: 200,
    answers: ValuePreviewAnswer,
    refuses: [
      'placement.block_unknown',
      'placement.block_of_other_kind',
      'placement.bonus_unknown',
      'placement.bonus_repeated',
      'claim.value_too_large',
    ],
  })
  async previewValue(@CurrentActor() actor: Actor, @Body() body: PreviewValueBody): Promise<ValuePreviewAnswer> {
    const { bonuses = [], employmentForm = 'FORMAL', placementId = null, ...hours } = body;
    const found = await this.previews.preview(actor, { ...hours, bonuses, employmentForm, placementId });
    const { limitCentihours, leftCentihours, ...worth } = found;
    const number = (value: bigint | null): number | null => (value === null ? null : Number(value));
    return { ...worth, limitCentihours: number(limitCentihours), leftCentihours: number(leftCentihours) };
  }
}
