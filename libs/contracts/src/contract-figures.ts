import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@sr/kernel';
import { Clock, type Reader } from '@sr/platform';
import {
  obligationQuarters,
  obligationYears,
  openObligations,
  type ObligationQuarter,
  type ObligationYear,
  type OpenObligation,
} from './persistence/obligation.store';

/** Obligations one by one, for reports that cut their sums by supplier or category and for forecasts; only those in sight. */
@Injectable()
export class ContractFigures {
  constructor(private readonly clock: Clock) {}

  /** The figures of a year of each obligation that counts: as they are, or as they were known at the end of `knownOn`. */
  obligationYears(reader: Reader, year: number, knownOn: LocalDate | null): Promise<ObligationYear[]> {
    return obligationYears(reader, year, knownOn ?? this.clock.today(), knownOn !== null);
  }

  /** The sums of the four quarters of a year: as they are, or as they were known at the end of `knownOn`. */
  obligationQuarters(reader: Reader, year: number, knownOn: LocalDate | null): Promise<ObligationQuarter[]> {
    return obligationQuarters(reader, year, knownOn ?? this.clock.today(), knownOn !== null);
  }

  /** The obligations in euros that are not settled. */
  openObligations(reader: Reader): Promise<OpenObligation[]> {
    return openObligations(reader);
  }
}
