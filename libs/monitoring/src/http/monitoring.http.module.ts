import { Module, type DynamicModule } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { MonitoringModule } from '../monitoring.module';
import { DemoMailbox } from './demo-mailbox';
import { DemoMailsController } from './demo-mails.controller';
import { MailsController } from './mails.controller';
import { MilestonesController } from './milestones.controller';
import { QueuesController } from './queues.controller';
import { ReminderDeviationsController } from './reminder-deviations.controller';
import { ReminderMomentsController } from './reminder-moments.controller';
import { RemindersController } from './reminders.controller';
import { SignalChangesController } from './signal-changes.controller';
import { SilencesController } from './silences.controller';
import { StaleAddressesController } from './stale-addresses.controller';
import { SweepsController } from './sweeps.controller';
import { WorkItemsController } from './work-items.controller';

/** What waits for whom, what was sent about it, and how the sending goes. */
@Module({})
export class MonitoringHttpModule {
  /** @param mailbox where the mails of the demo are kept; none where mail goes out */
  static forRoot(mailbox: DemoMailbox | null): DynamicModule {
    return {
      module: MonitoringHttpModule,
      imports: [IdentityModule, MonitoringModule],
      controllers: [
        WorkItemsController,
        RemindersController,
        ReminderMomentsController,
        ReminderDeviationsController,
        MilestonesController,
        SilencesController,
        StaleAddressesController,
        SignalChangesController,
        SweepsController,
        MailsController,
        QueuesController,
        DemoMailsController,
      ],
      providers: [{ provide: DemoMailbox, useValue: mailbox }],
    };
  }
}
