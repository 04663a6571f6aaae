import { Injectable } from '@nestjs/common';
import { AllocationService } from '@sr/allocation';
import { ContractsService } from '@sr/contracts';
import type { LocalDate } from '@sr/kernel';
import { Db } from '@sr/platform';
import { besideOwnJobs, type JobsSideBySide, type PublishedJobs } from './domain/own-jobs';
import { yearReport, type YearReport } from './domain/year-report';

/** What a year yielded, over the whole pool and per principal. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractsService,
    private readonly allocation: AllocationService,
  ) {}

  /**
   * The report of a year. Without `knownOn` it is as known now, made of running balances: its cost does not grow with
   * the claims. With `knownOn` it is as it was known at the end of that day, made of the entries recorded by then.
   */
  year(year: number, knownOn: LocalDate | null = null): Promise<YearReport> {
    return this.db.read(async (reader) => {
      const obligations = await this.contracts.yearSums(reader, year, knownOn);
      const { perPrincipal, ...surplus } = await this.allocation.yearSums(reader, year, knownOn);
      return yearReport({ obligations, ledger: perPrincipal, ...surplus });
    });
  }

  /** The Social Return jobs of a report beside the own jobs of a published table, never added to them. */
  besideOwnJobs(report: YearReport, published: PublishedJobs): JobsSideBySide[] {
    return besideOwnJobs(report, published);
  }
}
