import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlacementsModule } from '@sr/placements';
import { ImpactModule } from '@sr/impact';
import { PlansModule } from '@sr/plans';
import { ValuationModule } from '@sr/valuation';
import { ContractReader } from './contract-reader';
import { JobsBoardService } from './jobs-board.service';
import { MailsService } from './mails.service';
import { MilestoneSubjects } from './milestone-subjects';
import { MilestonesService } from './milestones.service';
import { DemoMailsService } from './demo-mails.service';
import { MomentsService } from './moments.service';
import { NetworkReader } from './network-reader';
import { PlanReader } from './plan-reader';
import { ReminderMaker } from './reminder-maker';
import { ReminderSources } from './reminder-sources';
import { RemindersService } from './reminders.service';
import { ReportReader } from './report-reader';
import { Roster } from './roster';
import { SignalsService } from './signals.service';
import { SweepService } from './sweep.service';
import { WorkFacts } from './work-facts';
import { WorkItemsService } from './work-items.service';
import { WorkOfPerson } from './work-of-person';
import { WorkOfPlan } from './work-of-plan';
import { WorkReader } from './work-reader';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule, PlansModule, PlacementsModule, ImpactModule],
  providers: [
    WorkItemsService,
    WorkReader,
    WorkOfPerson,
    WorkOfPlan,
    WorkFacts,
    ContractReader,
    PlanReader,
    ReportReader,
    NetworkReader,
    Roster,
    SignalsService,
    ReminderSources,
    ReminderMaker,
    SweepService,
    DemoMailsService,
    RemindersService,
    MailsService,
    MomentsService,
    MilestonesService,
    MilestoneSubjects,
    JobsBoardService,
  ],
  exports: [
    DemoMailsService,
    WorkItemsService,
    SignalsService,
    ReminderMaker,
    SweepService,
    RemindersService,
    MailsService,
    MomentsService,
    MilestonesService,
    JobsBoardService,
  ],
})
export class MonitoringModule {}
