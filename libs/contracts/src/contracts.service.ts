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
  type Scoped,
  type Violation,
} from '@sr/kernel';
import { IdentityService } from '@sr/identity';
import { Clock, Db, recordChanges, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import {
  contractExempt,
  contractNotFound,
  contractUnknown,
  numberTaken,
  referenceTaken,
  supplierUnknown,
} from './contracts.errors';
import { NO_DETAILS, checkContract, type Contract, type ContractRegistration } from './domain/contract';
import { obligationSettled, reviseObligation, type ObligationChange, type ObligationTerms } from './domain/obligation';
import { establishObligation, proposedExemption, recordRegistered } from './establish';
import type { Exemption } from './persistence/contract.schema';
import {
  contractInSight,
  listContracts,
  type ContractFilter,
  type ContractInSight,
  type ContractOrder,
} from './persistence/contract-list.store';
import {
  contractByNumber,
  contractByReference,
  insertContract,
  numbersTaken,
  updateInPlan,
} from './persistence/contract.store';
import { insertExemption } from './persistence/exemption.store';
import {
  baseAndGoal,
  insertRevision,
  obligationsById,
  updateAmount,
  updateSettledOn,
  yearSums,
  type ObligationSums,
  type StoredObligation,
} from './persistence/obligation.store';

/** An obligation with the group of its supplier, as the libraries above see it. */
export interface Obligation extends StoredObligation {
  readonly supplierGroupId: string;
}

/** A contract in sight, with its supplier. */
export interface ContractWithSupplier extends ContractInSight {
  readonly supplierName: string;
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
   * Registers a contract as it stands: with its obligation, or with the reason that it has none, both decided elsewhere.
   * What people enter goes through `ContractDeskService.enter`.
   * Refuses, all at once: `contract.number_wrong`, `contract.number_taken`, `contract.reference_taken`,
   * `contract.term_backwards`, `obligation.amount_too_large`, `obligation.reason_missing`, `principal.unknown`, `supplier.unknown`.
   */
  async register(actor: Actor, registration: ContractRegistration): Promise<Contract> {
    return this.db.write(actor, async (tx) => {
      const checked = checkContract(registration);
      const violations: Violation[] = checked.ok ? [] : [...checked.violations];
      const { number, reference, principalCode } = registration;
      if ((await numbersTaken(tx, [number])).length > 0) violations.push(numberTaken(number));
      if (reference !== null && (await contractByReference(tx, principalCode, reference))) {
        violations.push(referenceTaken(reference));
      }
      const supplier = await this.identity.supplier(tx, registration.supplierKvkNumber);
      if (!supplier) violations.push(supplierUnknown(registration.supplierKvkNumber));
      await collect(violations, () => this.identity.principal(tx, principalCode));
      refuseIf(violations);

      const { carries, ...fields } = registration;
      const exemptionReason = 'exemption' in carries ? carries.exemption.reason : null;
      const contract: Contract = {
        ...NO_DETAILS,
        ...fields,
        id: randomUUID(),
        exemptionReason,
        inPlan: false,
        recordedAt: this.clock.now(),
        version: 1,
      };
      const { amountCents } = orThrow(checked);
      await insertContract(tx, contract);
      if ('obligation' in carries) {
        const { obligation: terms } = carries;
        await establishObligation(tx, actor, contract, terms, amountCents ?? 0, null, contract.recordedAt);
      } else {
        await insertExemption(tx, approvedElsewhere(contract, carries.exemption.reason, actor));
      }
      await recordRegistered(tx, actor, contract, { ...registration, amountCents }, supplier?.groupId);
      return contract;
    });
  }

  /** A page of the contracts that the actor may see, narrowed and sorted. Refuses `page.after_wrong`. */
  async list(
    who: Scoped,
    filter: ContractFilter,
    order: ContractOrder,
    page: PageQuery,
  ): Promise<Page<ContractWithSupplier>> {
    return this.db.read(who, async (reader) => {
      const { search, supplierGroupId } = filter;
      const suppliers = {
        named: search === undefined ? [] : await this.identity.suppliersNamed(reader, search),
        ofGroup: supplierGroupId === undefined ? [] : await this.identity.suppliersOfGroup(reader, supplierGroupId),
      };
      const found = await listContracts(reader, filter, suppliers, order, page);
      return { ...found, items: await this.withSuppliers(reader, found.items) };
    });
  }

  /** The contract with this id as it stands; refuses `contract.unknown` (not found) also when it is out of sight. */
  show(who: Scoped, id: string): Promise<ContractWithSupplier> {
    return this.db.read(who, (reader) => this.find(reader, id));
  }

  /** The same within a transaction. */
  async find(reader: Reader, id: string): Promise<ContractWithSupplier> {
    const contract = await contractInSight(reader, id);
    const [found] = contract ? await this.withSuppliers(reader, [contract]) : [];
    if (!found) throw new AppError('not-found', [contractNotFound()]);
    return found;
  }

  /** The contract with a number that is in sight, or null. */
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

  /** The obligations in sight with these ids, in the order of their numbers. */
  async obligations(reader: Reader, ids: readonly string[]): Promise<Obligation[]> {
    return this.withGroups(reader, await obligationsById(reader, ids));
  }

  /** The same, held: until the transaction ends nobody else can revise or settle them. */
  async holdObligations(tx: Tx, ids: readonly string[]): Promise<Obligation[]> {
    return this.withGroups(tx, await obligationsById(tx, ids, true));
  }

  /** Notes that these obligations are in a plan, or no longer; only the plans call this. */
  async noteInPlan(tx: Tx, ids: readonly string[], inPlan: boolean): Promise<void> {
    await updateInPlan(tx, ids, inPlan);
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
    const { id, principalCode, startsOn, endsOn, supplierGroupId } = obligation;
    const now = this.clock.now();
    await updateAmount(tx, id, terms, amountCents);
    await insertRevision(tx, {
      contractId: id,
      principalCode,
      startsOn,
      endsOn,
      ...baseAndGoal(terms),
      amountCents,
      reason,
      recordedBy: actor.id,
      recordedAt: now,
    });
    const detail = { from: { terms: obligation.terms, amountCents: obligation.amountCents }, to: revised };
    const whose = { principalCode, supplierGroupId };
    await recordChanges(tx, actor, now, [
      { action: 'obligation.revised', subject: 'contract', subjectId: id, detail, reason, ...whose },
    ]);
  }

  /** Settles an obligation; final. Refuses `obligation.settled`. Only the ledger calls this. */
  async settle(tx: Tx, actor: Actor, obligation: Obligation): Promise<void> {
    if (obligation.settledOn !== null) throw new AppError('refused', [obligationSettled('obligation')]);
    const { id, amountCents, principalCode, supplierGroupId } = obligation;
    await updateSettledOn(tx, id, this.clock.today());
    const detail = { amountCents };
    const whose = { principalCode, supplierGroupId };
    await recordChanges(tx, actor, this.clock.now(), [
      { action: 'obligation.settled', subject: 'contract', subjectId: id, detail, ...whose },
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

  private async withSuppliers(reader: Reader, contracts: readonly ContractInSight[]): Promise<ContractWithSupplier[]> {
    const suppliers = await this.identity.suppliers(
      reader,
      contracts.map(({ supplierKvkNumber }) => supplierKvkNumber),
    );
    return contracts.map((contract) => {
      const supplier = suppliers.get(contract.supplierKvkNumber);
      if (!supplier) throw new InvariantBroken('contracts', `${contract.number} has no supplier`);
      return { ...contract, supplierName: supplier.name, supplierGroupId: supplier.groupId };
    });
  }
}

/** An exemption that was decided on outside the product: nobody here approved it. */
function approvedElsewhere({ id, recordedAt }: Contract, text: string, actor: Actor): Exemption {
  const proposed = proposedExemption(id, 'REGISTRATION', { reason: 'OTHER', text }, null, actor, recordedAt);
  return { ...proposed, origin: 'HISTORY', state: 'APPROVED' };
}
