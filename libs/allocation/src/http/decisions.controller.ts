import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { AllocationService } from '../allocation.service';
import { DecideClaimsBody, DecisionsAnswer, ReverseClaimBody, ReversedClaimAnswer } from './decisions.dto';

const REFUSES = ['claim.already_decided', 'claim.own', 'claim.correction_of_other_kind', 'claim.value_too_large'];

/** Decisions on claims: by somebody else than who submitted them. */
@ApiTags('Decisions')
@Controller()
export class DecisionsController {
  constructor(private readonly allocation: AllocationService) {}

  @Post('decisions')
  @Allow('claims.decide', {
    summary: 'Accept, correct or reject claims: one or a thousand, all of them or none',
    description:
      'Accepted claims are valued and allocated in the order in which they are named. The answer says where every cent and hour went. A rejection and a correction need a reason, which the supplier reads.',
    answers: DecisionsAnswer,
    refuses: REFUSES,
  })
  async decideClaims(@CurrentActor() actor: Actor, @Body() body: DecideClaimsBody): Promise<DecisionsAnswer> {
    return { decisions: await this.allocation.decide(actor, body.decisions) };
  }

  @Post('decision-previews')
  @Allow('claims.decide', {
    summary: 'See where the cents and hours would go, and keep nothing of it',
    description: 'Takes and answers what `POST /decisions` does, as if the decisions were taken now.',
    answers: DecisionsAnswer,
    refuses: REFUSES,
  })
  async previewDecisions(@CurrentActor() actor: Actor, @Body() body: DecideClaimsBody): Promise<DecisionsAnswer> {
    return { decisions: await this.allocation.previewDecisions(actor, body.decisions) };
  }

  @Post('claims/:claimId/reversals')
  @Allow('claims.decide', {
    summary: 'Reverse an accepted claim',
    description:
      'Takes the claim off every obligation, gives back what it used of limits, and offers the room to the surplus of other claims. A claim cannot be reversed twice or accepted again.',
    answers: ReversedClaimAnswer,
    refuses: ['claim.not_accepted', 'claim.own'],
  })
  async reverseClaim(
    @CurrentActor() actor: Actor,
    @IdParam('claimId') claimId: string,
    @Body() body: ReverseClaimBody,
  ): Promise<ReversedClaimAnswer> {
    return this.allocation.reverse(actor, claimId, body.reason);
  }
}
