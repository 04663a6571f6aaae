import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AppError,
  InvariantBroken,
  collect,
  orThrow,
  refuseIf,
  type Actor,
  type LocalDate,
  type Violation,
} from '@sr/kernel';
import { IdentityService } from '@sr/identity';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { contractExempt, contractUnknown, numberTaken, referenceTaken, supplierUnknown } from './contracts.errors';
import { checkContract, type Contract, type ContractRegistration } from './domain/contract';
import { obligationSettled, reviseObligation, type ObligationChange, type ObligationTerms } from './domain/obligation';
import {
  contractByNumber,
  contractByReference,
  insertContract,
  insertObligation,
  insertRevision,
  obligationsById,
  updateAmount,
  updateSettledOn,
  yearSums,
  type ObligationSums,
  type StoredObligation,
} from './persistence/contract.store';

/** An obligation with the group of its supplier, as the libraries above see it. */
export interface Obligation extends StoredObligation {
  readonly supplierGroupId: string;
}

/** Contracts and the obligations that they carry. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
  ) {}

  /**
   * Registers a contract with its obligation, or with the reason that it has none.
   * Refuses, all at once: `contract.number_wrong`, `contract.number_taken`, `contract.reference_taken`,
   * `contract.term_backwards`, `obligation.amount_too_large`, `obligation.reason_missing`, `principal.unknown`, `supplier.unknown`.
   */
  async register(actor: Actor, registration: ContractRegistration): Promise<Contract> {
    return this.db.write(async (tx) => {
      const checked = checkContract(registration);
      const violations: Violation[] = checked.ok ? [] : [...checked.violations];
      if (await contractByNumber(tx, registration.number)) violations.push(numberTaken(registration.number));
      const { reference, principalCode } = registration;
      if (reference !== null && (await contractByReference(tx, principalCode, reference))) {
        violations.push(referenceTaken(reference));
      }
      const supplier = await this.identity.supplier(tx, registration.supplierKvkNumber);
      if (!supplier) violations.push(supplierUnknown(registration.supplierKvkNumber));
      await collect(violations, () => this.identity.principal(tx, principalCode));
      refuseIf(violations);

      const { carries, ...fields } = registration;
      const exemptionReason = 'exemption' in carries ? carries.exemption.reason : null;
      const contract: Contract = { id: randomUUID(), ...fields, exemptionReason, recordedAt: this.clock.now() };
      const { amountCents } = orThrow(checked);
      await insertContract(tx, contract);
      if ('obligation' in carries) await this.insertObligation(tx, contract, carries.obligation, amountCents ?? 0);
      await recordChanges(tx, actor, contract.recordedAt, [
        {
          action: 'contract.registered',
          subject: 'contract',
          subjectId: contract.id,
          detail: { ...registration, amountCents },
        },
      ]);
      await appendEvent(tx, contract.recordedAt, {
        type: 'contracts.registered',
        payload: { contractId: contract.id },
      });
      return contract;
    });
  }

  /** The contract with this number, or null. */
  contract(reader: Reader, number: string): Promise<Contract | null> {
    return contractByNumber(reader, number);
  }

  /**
   * The id of the obligation that a contract number names, or why there is none (`contract.unknown`,
   * `contract.exempt`), told of `field`.
   */
  async obligationIdOf(reader: Reader, number: string, field: string): Promise<string> {
    const contract = await contractByNumber(reader, number);
    if (!contract) throw new AppError('refused', [contractUnknown(field, number)]);
    if (contract.exemptionReason !== null) throw new AppError('refused', [contractExempt(field, number)]);
    return contract.id;
  }

  /** The obligations with these ids, in the order of their numbers. */
  async obligations(reader: Reader, ids: readonly string[]): Promise<Obligation[]> {
    return this.withGroups(reader, await obligationsById(reader, ids));
  }

  /** The same, held: until the transaction ends nobody else can revise or settle them. */
  async holdObligations(tx: Tx, ids: readonly string[]): Promise<Obligation[]> {
    return this.withGroups(tx, await obligationsById(tx, ids, true));
  }

  /**
   * Works out what a revision would make of an obligation, and changes nothing.
   * Refuses `obligation.reason_missing`, `obligation.settled`, `obligation.revision_of_other_kind`, `obligation.amount_too_large`.
   */
  proposeRevision(
    obligation: Obligation,
    change: ObligationChange,
    reason: string,
  ): { terms: ObligationTerms; amountCents: number } {
    return orThrow(reviseObligation(obligation, change, reason));
  }

  /** Brings a proposed revision into force. Only the ledger calls this: it first makes room for a lower amount. */
  async revise(
    tx: Tx,
    actor: Actor,
    obligation: Obligation,
    revised: { terms: ObligationTerms; amountCents: number },
    reason: string,
  ): Promise<void> {
    const { terms, amountCents } = revised;
    const now = this.clock.now();
    await updateAmount(tx, obligation.id, terms, amountCents);
    await insertRevision(tx, {
      contractId: obligation.id,
      principalCode: obligation.principalCode,
      startsOn: obligation.startsOn,
      endsOn: obligation.endsOn,
      baseCents: terms.kind === 'PERCENTAGE' ? terms.baseCents : null,
      amountCents,
      reason,
      recordedAt: now,
    });
    const detail = { from: { terms: obligation.terms, amountCents: obligation.amountCents }, to: revised };
    await recordChanges(tx, actor, now, [
      { action: 'obligation.revised', subject: 'contract', subjectId: obligation.id, detail, reason },
    ]);
  }

  /** Settles an obligation; final. Refuses `obligation.settled`. Only the ledger calls this. */
  async settle(tx: Tx, actor: Actor, obligation: Obligation): Promise<void> {
    if (obligation.settledOn !== null) throw new AppError('refused', [obligationSettled('obligation')]);
    await updateSettledOn(tx, obligation.id, this.clock.today());
    await recordChanges(tx, actor, this.clock.now(), [
      {
        action: 'obligation.settled',
        subject: 'contract',
        subjectId: obligation.id,
        detail: { amountCents: obligation.amountCents },
      },
    ]);
  }

  /** The sums of a year per principal: as known today, or as known at the end of an earlier day. */
  yearSums(reader: Reader, year: number, knownOn: LocalDate | null): Promise<ObligationSums[]> {
    return yearSums(reader, year, knownOn ?? this.clock.today(), knownOn !== null);
  }

  private async withGroups(reader: Reader, obligations: readonly StoredObligation[]): Promise<Obligation[]> {
    const groups = await this.identity.groupsOf(
      reader,
      obligations.map(({ supplierKvkNumber }) => supplierKvkNumber),
    );
    return obligations.map((obligation) => {
      const supplierGroupId = groups.get(obligation.supplierKvkNumber);
      if (supplierGroupId === undefined) throw new InvariantBroken('contracts', `${obligation.number} has no supplier`);
      return { ...obligation, supplierGroupId };
    });
  }

  private async insertObligation(
    tx: Tx,
    contract: Contract,
    terms: ObligationTerms,
    amountCents: number,
  ): Promise<void> {
    const none = { basis: null, baseCents: null, rateBp: null, capCents: null };
    const { amountCents: _fixed, ...percentage } = { amountCents: null, ...terms };
    const { id: contractId, principalCode, startsOn, endsOn, recordedAt } = contract;
    await insertObligation(tx, { contractId, ...none, ...percentage, amountCents, settledOn: null });
    const baseCents = terms.kind === 'PERCENTAGE' ? terms.baseCents : null;
    await insertRevision(tx, {
      contractId,
      principalCode,
      startsOn,
      endsOn,
      baseCents,
      amountCents,
      reason: null,
      recordedAt,
    });
  }
}
