import { Injectable } from '@nestjs/common';
import { IdentityService, PeopleService } from '@sr/identity';
import { AppError, orThrow, refuseIf, type Actor, type Scoped, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Reader } from '@sr/platform';
import { ContractsService, type ContractWithSupplier, type Obligation } from './contracts.service';
import { obligationThere, ruleUnknown } from './contracts.errors';
import { termBackwards } from './domain/contract';
import { exemptionStands, exemptionWaits } from './domain/exemption';
import { explainAmount, type Step } from './domain/explanation';
import { obligationAmount } from './domain/obligation';
import type { ObligationProposal, ThresholdRule } from './domain/threshold-rule';
import {
  establishObligation,
  groundsFor,
  holdContract,
  proposalFor,
  type ObligationEntry,
  type RuleQuestion,
} from './establish';
import { updateExemptionReason } from './persistence/contract.store';
import type { Exemption, RevisionRow } from './persistence/contract.schema';
import { exemptionsOf } from './persistence/exemption.store';
import { groundsOf, revisionsOf, type ObligationGrounds } from './persistence/obligation.store';
import { thresholdRules, upsertThresholdRules } from './persistence/threshold-rule.store';
import type { ContractsEvent } from './contracts.events';

/** What the obligation of a contract is, and why: in one answer. */
export interface ObligationAccount {
  readonly contract: ContractWithSupplier;
  /** Null when the contract carries none; then the exemption says why, or that one was refused. */
  readonly obligation: Obligation | null;
  readonly steps: readonly Step[];
  readonly grounds: ObligationGrounds | null;
  /** Every amount that was in force, the award first. */
  readonly revisions: readonly RevisionRow[];
  /** The exemption that stands or waits, or else the one that was refused last; null when there never was one. */
  readonly exemption: Exemption | null;
  /** The names of who did something, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The rules that propose obligations, and obligations as they are established and explained. */
@Injectable()
export class ObligationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
  ) {}

  /** Brings the rules up to date. Rows are added or changed, never removed; what they proposed before stays as it was told. */
  async loadThresholdRules(actor: Actor, rules: readonly ThresholdRule[]): Promise<void> {
    await this.db.write(actor, async (tx) => {
      await upsertThresholdRules(tx, rules);
      const detail = { thresholdRules: rules.map(({ code }) => code) };
      await recordChanges(tx, actor, this.clock.now(), [
        { action: 'reference-data.loaded', subject: 'organisation', subjectId: 'reference-data', detail },
      ]);
    });
  }

  /** All rules, past and present, by their first day. */
  thresholdRules(who: Scoped): Promise<ThresholdRule[]> {
    return this.db.read(who, (reader) => thresholdRules(reader));
  }

  /**
   * What a rule makes of a contract, and nothing is kept: the rule that is named, or the one of the day of the award.
   * Refuses `contract.term_backwards`, and `threshold-rule.unknown` when there is none.
   */
  async propose(who: Scoped, question: RuleQuestion, ruleCode: string | null): Promise<ObligationProposal> {
    refuseIf(question.startsOn > question.endsOn ? [{ ...termBackwards(), field: '/endsOn' }] : [], 'invalid-input');
    return this.db.read(who, async (reader) => {
      const violations: Violation[] = [];
      const proposal = await proposalFor(reader, question, ruleCode, violations);
      refuseIf(violations);
      if (!proposal) throw new AppError('refused', [ruleUnknown('/awardedOn')]);
      return proposal;
    });
  }

  /**
   * Gives a contract whose exemption was refused its obligation. Refuses `contract.unknown` (not found) and, at once,
   * `obligation.there_already`, `exemption.waits`, `exemption.stands`, `obligation.amount_too_large`,
   * `obligation.deviation_reason_missing`, `threshold-rule.unknown`.
   */
  async establish(actor: Actor, contractId: string, entry: ObligationEntry): Promise<ObligationAccount> {
    return this.db.write(actor, async (tx) => {
      const contract = await holdContract(tx, contractId);
      const violations: Violation[] = [];
      if (contract.exemptionReason === null) violations.push(obligationThere());
      const [last] = await exemptionsOf(tx, contractId);
      if (last?.state === 'PROPOSED') violations.push(exemptionWaits());
      if (last?.state === 'APPROVED') violations.push(exemptionStands());
      const amount = obligationAmount(entry.terms);
      if (!amount.ok) violations.push(...amount.violations);
      const grounds = await groundsFor(tx, contract, entry, violations);
      refuseIf(violations);

      const now = this.clock.now();
      await establishObligation(tx, actor, contract, entry.terms, orThrow(amount), grounds, now);
      await updateExemptionReason(tx, contractId, null);
      const { principalCode } = contract;
      const groups = await this.identity.groupsOf(tx, [contract.supplierKvkNumber]);
      const supplierGroupId = groups.get(contract.supplierKvkNumber);
      await recordChanges(tx, actor, now, [
        {
          action: 'obligation.established',
          subject: 'contract',
          subjectId: contractId,
          detail: { ...entry, amountCents: orThrow(amount) },
          principalCode,
          ...(supplierGroupId === undefined ? {} : { supplierGroupId }),
        },
      ]);
      await appendEvent<ContractsEvent>(tx, now, { type: 'contracts.obligation-established', payload: { contractId } });
      return this.accountOf(tx, contractId);
    });
  }

  /** What the obligation of a contract is and why. Refuses `contract.unknown` (not found). */
  async account(who: Scoped, contractId: string): Promise<ObligationAccount> {
    return this.db.read(who, (reader) => this.accountOf(reader, contractId));
  }

  private async accountOf(reader: Reader, contractId: string): Promise<ObligationAccount> {
    const contract = await this.contracts.find(reader, contractId);
    const [obligation = null] = await this.contracts.obligations(reader, [contractId]);
    const revisions = await revisionsOf(reader, contractId);
    const exemptions = await exemptionsOf(reader, contractId);
    const exemption = exemptions.find(({ state }) => state !== 'REFUSED') ?? exemptions[0] ?? null;
    const names = await this.people.names(reader, [
      ...revisions.map(({ recordedBy }) => recordedBy),
      exemption?.proposedBy ?? null,
      exemption?.decidedBy ?? null,
    ]);
    return {
      contract,
      obligation,
      steps: obligation ? explainAmount(obligation.terms, obligation.amountCents) : [],
      grounds: await groundsOf(reader, contractId),
      revisions,
      exemption,
      names,
    };
  }
}
