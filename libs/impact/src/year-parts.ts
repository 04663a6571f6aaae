import { Injectable } from '@nestjs/common';
import { LedgerFigures } from '@sr/allocation';
import { ContractFigures } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT, type LocalDate, type Scope, type Scoped } from '@sr/kernel';
import { Db, type Reader } from '@sr/platform';
import { NONE, type ObligationYear, type YearParts } from './domain/breakdown';

/**
 * Whether somebody reads the whole pool, and of its figures the small ones too: the network organisation, which verifies,
 * and the auditor. The pool counts every registered obligation, of members and of others.
 */
export const readsWholePool = ({ everything, network }: Scope): boolean => everything || network;

/** What figures are narrowed to: all of it that is told. */
export interface Narrowing {
  readonly principalCode?: string | undefined;
  readonly supplierGroupId?: string | undefined;
  readonly supplierKvkNumber?: string | undefined;
  /** NONE: no category. */
  readonly categoryCode?: string | undefined;
}

/** Whether an obligation is within a narrowing. */
export type Within = (
  obligation: Pick<ObligationYear, 'principalCode' | 'supplierKvkNumber' | 'categoryCode'>,
) => boolean;

/** The pieces that the figures of a year are made of. */
@Injectable()
export class YearPartsReader {
  constructor(
    private readonly db: Db,
    private readonly identity: IdentityService,
    private readonly contracts: ContractFigures,
    private readonly ledger: LedgerFigures,
  ) {}

  /** How to tell what is within a narrowing; null when it narrows nothing. A group that is not in sight has nothing. */
  async within(actor: Scoped, narrowing: Narrowing): Promise<Within | null> {
    const { principalCode, supplierGroupId, supplierKvkNumber, categoryCode } = narrowing;
    if (Object.values(narrowing).every((code) => code === undefined)) return null;
    const suppliers =
      supplierGroupId === undefined
        ? null
        : await this.db.read(actor, (reader) => this.identity.suppliersOfGroup(reader, supplierGroupId));
    return (obligation) =>
      (principalCode === undefined || obligation.principalCode === principalCode) &&
      (supplierKvkNumber === undefined || obligation.supplierKvkNumber === supplierKvkNumber) &&
      (categoryCode === undefined || (obligation.categoryCode ?? NONE) === categoryCode) &&
      (suppliers === null || suppliers.includes(obligation.supplierKvkNumber));
  }

  /** The pieces of a year over the obligations in the actor's sight, or those of them that are within a narrowing. */
  async inSight(actor: Scoped, year: number, knownOn: LocalDate | null, within: Within | null): Promise<YearParts> {
    const seen = await this.db.read(actor, (reader) => this.contracts.obligationYears(reader, year, knownOn));
    const counted = within === null ? seen : seen.filter(within);
    const ids = new Set(counted.map(({ obligationId }) => obligationId));
    return this.ofThe(year, knownOn, (obligationId) => ids.has(obligationId));
  }

  /** The same over the whole pool. */
  wholePool(year: number, knownOn: LocalDate | null): Promise<YearParts> {
    return this.ofThe(year, knownOn, () => true);
  }

  /**
   * Read as the product, at one moment: what tells of persons is nobody's to see who does not verify, and is not
   * answered before small figures are hidden.
   */
  private ofThe(year: number, knownOn: LocalDate | null, counts: (id: string) => boolean): Promise<YearParts> {
    return this.db.read(THE_PRODUCT, async (reader: Reader) => {
      const all = await this.contracts.obligationYears(reader, year, knownOn);
      const obligations = all.filter(({ obligationId }) => counts(obligationId));
      const ids = obligations.map(({ obligationId }) => obligationId);
      const sums = await this.ledger.obligationSums(reader, year, knownOn, ids);
      const sumOf = new Map(sums.map((sum) => [sum.obligationId, sum]));
      return {
        obligations: obligations.map(({ openCents, ...obligation }) => {
          const { onOpenCents = 0n, ...ledger } = sumOf.get(obligation.obligationId) ?? NOTHING_YET;
          return { ...obligation, ...ledger, outstandingCents: openCents - onOpenCents };
        }),
        cells: await this.ledger.ledgerCells(reader, year, knownOn, ids),
        people: await this.ledger.peopleInCells(reader, year, knownOn, ids),
      };
    });
  }
}

const NOTHING_YET = {
  realisedCents: 0n,
  centihours: 0n,
  formalCentihours: 0n,
  hiredInCentihours: 0n,
  registerCentihours: 0n,
  onOpenCents: 0n,
};
