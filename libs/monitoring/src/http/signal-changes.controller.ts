import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import { AppError, type Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { signalSubjectMissing } from '../monitoring.errors';
import { SignalsService } from '../sources/signals.service';
import { SignalChangePage, SignalChangesQuery } from './sweeps.dto';

/** How plans and contracts went before. */
@ApiTags('Forecasts')
@Controller('signal-changes')
export class SignalChangesController {
  constructor(private readonly signals: SignalsService) {}

  @Get()
  @Allow('forecasts.read', {
    summary: 'List when a plan or a contract began to go otherwise',
    description: 'Name one of both. Of what is out of sight: nothing.',
    answers: SignalChangePage,
  })
  async listSignalChanges(@CurrentActor() actor: Actor, @Query() query: SignalChangesQuery): Promise<SignalChangePage> {
    const { planId, contractId } = query;
    const id = planId ?? contractId;
    if (id === undefined || (planId !== undefined && contractId !== undefined)) {
      throw new AppError('invalid-input', [signalSubjectMissing()]);
    }
    return this.signals.changes(actor, { type: planId === undefined ? 'CONTRACT' : 'PLAN', id }, query);
  }
}
