import { Module, type OnModuleInit } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlansModule } from '@sr/plans';
import { Delivery, JobRegistry, type JobSettings } from '@sr/platform';
import { DigestsService } from '../digests/digests.service';
import { LetterWriter } from '../digests/letter-writer';
import { MonitoringModule } from '../monitoring.module';
import { SecondLook } from '../digests/second-look';
import { SweepService } from '../reminders/sweep.service';
import { SignalRefresher, type WhatChanged } from './signal-refresher';

/** At which time of the clock in the Netherlands people are written to. */
const SWEEP_AT = '07:00';

const MINUTE_MS = 60_000;
const SWEEP: JobSettings = {
  attempts: 6,
  backoff: { delayMs: MINUTE_MS, mostMs: 30 * MINUTE_MS },
  concurrency: 1,
};
const REFRESH: JobSettings = {
  attempts: 5,
  backoff: { delayMs: 5_000, mostMs: 10 * MINUTE_MS },
  concurrency: 20,
};
/** A mail server that is away is asked again all day: about every half hour in the end. After its day a mail does not go. */
const SEND: JobSettings = {
  attempts: 60,
  backoff: { delayMs: 15_000, mostMs: 30 * MINUTE_MS },
  concurrency: 20,
};

/** The events after which a plan or a contract may go otherwise. */
const CHANGES = [
  'allocation.changed',
  'contracts.obligation-established',
  'plans.created',
  'plans.approved',
  'plans.amended',
  'plans.ended',
  'placements.registered',
  'placements.ended',
  'placements.report-submitted',
] as const;

/** What is done by itself: reminders every working day, the mails that carry them, and how plans and contracts go. */
@Module({
  imports: [MonitoringModule, IdentityModule, ContractsModule, PlansModule],
  providers: [DigestsService, LetterWriter, SecondLook, SignalRefresher],
  exports: [DigestsService],
})
export class MonitoringJobsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly sweeps: SweepService,
    private readonly digests: DigestsService,
    private readonly refresher: SignalRefresher,
    private readonly delivery: Delivery,
  ) {}

  onModuleInit(): void {
    const { registry, delivery } = this;
    registry.handle('monitoring.sweep', SWEEP, async () => {
      await this.sweeps.run();
    });
    registry.daily('monitoring.sweep', SWEEP_AT);
    const rate = delivery.perSecond === null ? {} : { rate: { max: delivery.perSecond, perMs: 1_000 } };
    registry.handle<{ digestId: string }>('monitoring.send-digest', { ...SEND, ...rate }, ({ digestId }) =>
      this.digests.send(digestId),
    );
    registry.onEvent('monitoring.digest-queued', 'monitoring.send-digest');
    registry.handle('monitoring.refresh-signals', REFRESH, (changed) => this.refresher.refresh(changed as WhatChanged));
    for (const event of CHANGES) registry.onEvent(event, 'monitoring.refresh-signals');
  }
}
