import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentityService, ReferenceService, isKvkNumber } from '@sr/identity';
import { AppError, collect, orThrow, refuseIf, type Actor, type Scope, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Tx } from '@sr/platform';
import {
  categoryUnknown,
  contractStale,
  frameworkUnknown,
  numberTaken,
  outsideYours,
  referenceTaken,
  supplierNameMissing,
  unitUnknown,
} from './contracts.errors';
import { ContractsService, type ContractWithSupplier } from './contracts.service';
import {
  changesOf,
  checkContract,
  checkDetails,
  proposeNumber,
  type Contract,
  type ContractDetails,
  type ContractRegistration,
  type EditableFields,
} from './domain/contract';
import { checkGrounds, groundsInWords, type ExemptionGrounds } from './domain/exemption';
import {
  establishObligation,
  groundsFor,
  holdContract,
  proposalFor,
  proposedExemption,
  recordRegistered,
  type ObligationEntry,
} from './establish';
import {
  contractById,
  contractByReference,
  hasCallOffs,
  insertContract,
  numbersTaken,
  updateContract,
} from './persistence/contract.store';
import { insertExemption } from './persistence/exemption.store';
import type { ObligationGrounds } from './persistence/obligation.store';
import type { ContractsEvent } from './contracts.events';

/** What a contract manager enters. */
export interface ContractEntry
  extends ContractDetails, Omit<ContractRegistration, 'number' | 'supplierKvkNumber' | 'carries'> {
  /** The product-wide number; null to have one proposed. */
  readonly number: string | null;
  /** A supplier that is not known yet is registered, as a group of one, when its name is given. */
  readonly supplier: { readonly kvkNumber: string; readonly name: string | null };
  readonly carries: { readonly obligation: ObligationEntry } | { readonly exemption: ExemptionGrounds };
}

/** An edit of a contract: the fields that change, of the version that was read. */
export interface ContractEdit extends Partial<EditableFields> {
  readonly version: number;
}

/** Numbers are proposed until one is free. */
const ATTEMPTS = 50;

/** Contracts as people enter and edit them: with a rule that proposes, and a second person for an exemption. */
@Injectable()
export class ContractDeskService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly reference: ReferenceService,
    private readonly contracts: ContractsService,
  ) {}

  /**
   * Registers a contract of the actor's own principal, or of a category that it manages, with its obligation or with an
   * exemption that a second person decides on. Refuses all that is wrong with it at once: what
   * `ContractsService.register` refuses, and `contract.outside_yours`, `contract.cpv_wrong`,
   * `contract.extension_too_late`, `contract.framework_unknown`, `contract.unit_unknown`, `contract.category_unknown`,
   * `supplier.kvk_number_wrong`, `obligation.deviation_reason_missing`, `threshold-rule.unknown`, `exemption.text_missing`.
   */
  async enter(actor: Actor, entry: ContractEntry): Promise<ContractWithSupplier> {
    return this.db.write(actor, async (tx) => {
      const wrong: Violation[] = [];
      const violations: Violation[] = [];
      const { carries, supplier, ...fields } = entry;
      if (!isYours(actor.scope, entry)) violations.push(outsideYours());
      const number = await this.numberFor(tx, entry, violations);
      const checked = checkContract({
        ...fields,
        number,
        supplierKvkNumber: supplier.kvkNumber,
        carries:
          'obligation' in carries
            ? { obligation: carries.obligation.terms }
            : { exemption: { reason: groundsInWords(carries.exemption) } },
      });
      if (!checked.ok) wrong.push(...checked.violations.map(ofTheBody));
      wrong.push(...checkDetails(entry, entry.endsOn).map(ofTheBody));
      if ('exemption' in carries) wrong.push(...checkGrounds(carries.exemption, '/exemption/text'));
      await collect(violations, () => this.identity.principal(tx, entry.principalCode, '/principalCode'));
      await this.checkAround(tx, null, entry, violations);
      const grounds = await this.groundsOf(tx, entry, violations);
      // A supplier that is not known yet is written: only when all else is right.
      const isRight = wrong.length + violations.length === 0;
      const groupId = await this.supplierGroupFor(tx, actor, supplier, violations, isRight);
      refuseAll(wrong, violations);

      const contract: Contract = {
        ...fields,
        id: randomUUID(),
        number,
        supplierKvkNumber: supplier.kvkNumber,
        exemptionReason: 'exemption' in carries ? groundsInWords(carries.exemption) : null,
        inPlan: false,
        recordedAt: this.clock.now(),
        version: 1,
      };
      await insertContract(tx, contract);
      if ('obligation' in carries) {
        const { terms } = carries.obligation;
        const { amountCents } = orThrow(checked);
        await establishObligation(tx, actor, contract, terms, amountCents ?? 0, grounds, contract.recordedAt);
      } else {
        const { id, recordedAt } = contract;
        const { exemption } = carries;
        const { proposal } = grounds;
        await insertExemption(tx, proposedExemption(id, 'REGISTRATION', exemption, proposal, actor, recordedAt));
      }
      // The deliberation on an exemption is the principal's own.
      const toldTo = 'obligation' in carries ? groupId : undefined;
      await recordRegistered(tx, actor, contract, { ...entry, number }, toldTo);
      return this.contracts.find(tx, contract.id);
    });
  }

  /**
   * Changes what describes a contract; its number, supplier, principal and dates stay. Refuses `contract.unknown` (not
   * found), `contract.stale`, and of the fields what `enter` refuses.
   */
  async edit(actor: Actor, id: string, { version, ...edit }: ContractEdit): Promise<ContractWithSupplier> {
    return this.db.write(actor, async (tx) => {
      const before = await holdContract(tx, id);
      if (before.version !== version) throw new AppError('stale', [contractStale()]);
      const { from, to } = changesOf(before, edit);
      if (Object.keys(to).length === 0) return this.contracts.find(tx, id);
      const after: Contract = { ...before, ...to, version: version + 1 };
      const violations: Violation[] = isYours(actor.scope, after) ? [] : [outsideYours()];
      await this.checkAround(tx, before, { ...to, principalCode: before.principalCode }, violations);
      refuseAll(checkDetails({ cpv: null, extensionOptions: [], ...to }, before.endsOn).map(ofTheBody), violations);
      await updateContract(tx, before, to);
      const now = this.clock.now();
      const groups = await this.identity.groupsOf(tx, [before.supplierKvkNumber]);
      const supplierGroupId = groups.get(before.supplierKvkNumber);
      await recordChanges(tx, actor, now, [
        {
          action: 'contract.edited',
          subject: 'contract',
          subjectId: id,
          detail: { from, to },
          principalCode: before.principalCode,
          ...(supplierGroupId === undefined ? {} : { supplierGroupId }),
        },
      ]);
      await appendEvent<ContractsEvent>(tx, now, { type: 'contracts.edited', payload: { contractId: id } });
      return this.contracts.find(tx, id);
    });
  }

  /** What is wrong with what details point at; of an edit of `before`, with those that it changes. */
  private async checkAround(
    tx: Tx,
    before: Contract | null,
    given: Partial<EditableFields> & Pick<Contract, 'principalCode'>,
    violations: Violation[],
  ): Promise<void> {
    const { principalCode, reference = null, unitId = null, categoryCode = null, frameworkId = null } = given;
    if (reference !== null && (await contractByReference(tx, principalCode, reference))) {
      violations.push(ofTheBody(referenceTaken(reference)));
    }
    if (unitId !== null && (await this.reference.unit(tx, unitId))?.principalCode !== principalCode) {
      violations.push(unitUnknown());
    }
    if (categoryCode !== null && !(await this.reference.category(tx, categoryCode))) violations.push(categoryUnknown());
    if (frameworkId !== null) {
      const framework = await contractById(tx, frameworkId);
      const isFramework = before !== null && (frameworkId === before.id || (await hasCallOffs(tx, before.id)));
      if (framework?.frameworkId !== null || isFramework) violations.push(frameworkUnknown());
    }
  }

  /** On what the obligation stands, or beside what the exemption is put: what the rule of the day proposes. */
  private async groundsOf(tx: Tx, entry: ContractEntry, violations: Violation[]): Promise<ObligationGrounds> {
    if ('obligation' in entry.carries) return groundsFor(tx, entry, entry.carries.obligation, violations);
    const proposal = await proposalFor(tx, entry, null, violations);
    return { proposal, followsRule: null, deviationReason: null };
  }

  private async numberFor(tx: Tx, entry: ContractEntry, violations: Violation[]): Promise<string> {
    if (entry.number !== null) {
      const [taken] = await numbersTaken(tx, [entry.number]);
      if (taken !== undefined) violations.push(ofTheBody(numberTaken(entry.number)));
      return entry.number;
    }
    const candidates = Array.from({ length: ATTEMPTS }, (_, index) => proposeNumber(entry, index + 1));
    const taken = await numbersTaken(tx, candidates);
    const free = candidates.find((candidate) => !taken.includes(candidate));
    // So many contracts of one principal and year have a reference of their own; the number then needs telling apart.
    return free ?? `${proposeNumber(entry)}-${randomUUID().slice(0, 4)}`;
  }

  private async supplierGroupFor(
    tx: Tx,
    actor: Actor,
    { kvkNumber, name }: ContractEntry['supplier'],
    violations: Violation[],
    mayAdd: boolean,
  ): Promise<string | undefined> {
    const known = isKvkNumber(kvkNumber) ? await this.identity.supplier(tx, kvkNumber) : null;
    if (known) return known.groupId;
    if (name === null) {
      violations.push(supplierNameMissing(kvkNumber));
      return undefined;
    }
    if (!mayAdd) return undefined;
    const added = await collect(violations, () => this.identity.registerSupplier(tx, actor, { kvkNumber, name }));
    return added?.groupId;
  }
}

/** Whether somebody may enter a contract: it is of its principal, or in a category that it manages. */
function isYours(
  { everything, principals, categories }: Scope,
  { principalCode, categoryCode }: Pick<Contract, 'principalCode' | 'categoryCode'>,
): boolean {
  return (
    everything || principals.includes(principalCode) || (categoryCode !== null && categories.includes(categoryCode))
  );
}

/** Where in the body of a request the field of a rule is. */
const PLACES: Readonly<Record<string, string>> = { baseCents: '/obligation/baseCents' };
const ofTheBody = (violation: Violation): Violation => {
  const { field = '' } = violation;
  return { ...violation, field: PLACES[field] ?? `/${field.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}` };
};

/** Refuses with all that is wrong at once: as wrong input when some of it is wrong by itself, whatever there is. */
function refuseAll(wrong: readonly Violation[], refusals: readonly Violation[]): void {
  refuseIf([...wrong, ...refusals], wrong.length > 0 ? 'invalid-input' : 'refused');
}
