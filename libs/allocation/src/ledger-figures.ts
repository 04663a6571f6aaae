import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@sr/kernel';
import { Clock, type Reader } from '@sr/platform';
import { ledgerCells, peopleInCells, type LedgerCell, type PersonInCell } from './persistence/cells.store';
import {
  obligationSums,
  ownSurplusOfYear,
  realisedQuarters,
  type ObligationLedgerSums,
  type RealisedQuarter,
} from './persistence/year-sums.store';

/**
 * The ledger in small pieces, for reports that cut it by region, target group, supplier or category, and that have to
 * know how many people a figure rests on. Read with everything in sight; nothing of it is answered before it is put
 * together and small figures are hidden. Its cost grows with the claims of the year.
 */
@Injectable()
export class LedgerFigures {
  constructor(private readonly clock: Clock) {}

  /** The sums of a year of each of these obligations that has any: as `AllocationService.yearSums` adds them. */
  obligationSums(
    reader: Reader,
    year: number,
    knownOn: LocalDate | null,
    obligationIds: readonly string[],
  ): Promise<ObligationLedgerSums[]> {
    return obligationSums(reader, year, knownOn ?? this.clock.today(), knownOn !== null, obligationIds);
  }

  /** What was realised in each quarter of a year on these obligations, or (null) on all. */
  realisedQuarters(
    reader: Reader,
    year: number,
    knownOn: LocalDate | null,
    obligationIds: readonly string[] | null,
  ): Promise<RealisedQuarter[]> {
    return realisedQuarters(reader, year, knownOn ?? this.clock.today(), knownOn !== null, obligationIds);
  }

  /** The surplus of a year, in cents, on the plans of the reader's own supplier groups. */
  ownSurplusCents(reader: Reader, year: number, knownOn: LocalDate | null): Promise<bigint> {
    return ownSurplusOfYear(reader, year, knownOn ?? this.clock.today(), knownOn !== null);
  }

  /**
   * What the claims that end in a year put on these obligations: a row for each obligation, kind of claim, region and
   * block. As it stands now, or as it was recorded by the end of `knownOn`.
   */
  ledgerCells(
    reader: Reader,
    year: number,
    knownOn: LocalDate | null,
    obligationIds: readonly string[],
  ): Promise<LedgerCell[]> {
    return ledgerCells(reader, year, knownOn ?? this.clock.today(), knownOn !== null, obligationIds);
  }

  /** Who is behind those cells, and with how many job hours: a row for each person in each cell. */
  peopleInCells(
    reader: Reader,
    year: number,
    knownOn: LocalDate | null,
    obligationIds: readonly string[],
  ): Promise<PersonInCell[]> {
    return peopleInCells(reader, year, knownOn ?? this.clock.today(), knownOn !== null, obligationIds);
  }
}
