import { Module } from '@nestjs/common';
import { ContractsModule } from '@sr/contracts';
import { IdentityModule } from '@sr/identity';
import { PlacementsModule } from '@sr/placements';
import { ImpactModule } from '@sr/impact';
import { PlansModule } from '@sr/plans';
import { ValuationModule } from '@sr/valuation';
import { ContractSource } from './sources/contract-source';
import { JobsBoardService } from './jobs-board.service';
import { MailsService } from './digests/mails.service';
import { MilestoneSubjects } from './work/milestone-subjects';
import { MilestonesService } from './work/milestones.service';
import { DemoMailsService } from './digests/demo-mails.service';
import { MomentsService } from './reminders/moments.service';
import { NetworkSource } from './sources/network-source';
import { PlanSource } from './sources/plan-source';
import { ReminderMaker } from './reminders/reminder-maker';
import { ReminderSources } from './reminders/reminder-sources';
import { RemindersService } from './reminders/reminders.service';
import { ReportSource } from './sources/report-source';
import { Roster } from './reminders/roster';
import { SignalsService } from './sources/signals.service';
import { SweepService } from './reminders/sweep.service';
import { WorkFacts } from './sources/work-facts';
import { WorkItemsService } from './work/work-items.service';
import { WorkOfPerson } from './work/work-of-person';
import { WorkOfPlan } from './work/work-of-plan';
import { WorkSources } from './sources/work-sources';

@Module({
  imports: [IdentityModule, ValuationModule, ContractsModule, PlansModule, PlacementsModule, ImpactModule],
  providers: [
    WorkItemsService,
    WorkSources,
    WorkOfPerson,
    WorkOfPlan,
    WorkFacts,
    ContractSource,
    PlanSource,
    ReportSource,
    NetworkSource,
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
