import type { Cents, LocalDate } from '@sr/kernel';
import { MOST_LOOKED_AT, inOneLook, toExact, type Reader } from '@sr/platform';
import type { SettlementState } from '../domain/settlement';
import type { ContractState } from './contract-list.store';
import { inScope } from './scope';

/** A contract on which somebody has something to do, with what tells who and by when. */
export interface WaitingContract {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly categoryCode: string | null;
  readonly awardedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: ContractState;
  /** The amount in force; null of a goal without euros, and where there is no obligation. */
  readonly amountCents: Cents | null;
  /** The exemption that waits for a second person. */
  readonly exemption: { readonly id: string; readonly proposedBy: string; readonly proposedOn: LocalDate } | null;
  readonly settlement: {
    readonly state: SettlementState;
    readonly proposedOn: LocalDate;
    readonly answerDueOn: LocalDate;
    readonly answeredOn: LocalDate | null;
    readonly remedyUntil: LocalDate | null;
    /** What was short when it was proposed. */
    readonly shortfallCents: Cents;
    /** The same of a goal, in its unit. */
    readonly shortOfGoal: number | null;
  } | null;
}

interface Row extends Omit<WaitingContract, 'amountCents' | 'exemption' | 'settlement'> {
  readonly amountCents: string | null;
  readonly exemptionId: string | null;
  readonly proposedBy: string | null;
  readonly proposedOn: LocalDate | null;
  readonly settlementState: SettlementState | null;
  readonly settlementProposedOn: LocalDate | null;
  readonly answerDueOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  readonly remedyUntil: LocalDate | null;
  readonly shortfallCents: string | null;
  readonly shortOfGoal: string | null;
}

/**
 * The contracts in the reader's scope (of these only, if told) whose exemption waits, whose obligation is missing, whose
 * settlement is under way, or whose term ended before `today`; those whose term ends first go first.
 */
export async function waitingContracts(
  reader: Reader,
  today: LocalDate,
  ids: readonly string[] | null,
): Promise<WaitingContract[]> {
  const parameters: unknown[] = [today, ids];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<Row>(
    `select c.id, c.number, c.title, c.principal_code as "principalCode", c.supplier_kvk_number as "supplierKvkNumber",
            c.category_code as "categoryCode", c.awarded_on as "awardedOn", c.ends_on as "endsOn", c.state,
            case when o.kind <> 'FORM_FREE' then c.amount_cents end as "amountCents",
            e.id as "exemptionId", e.proposed_by as "proposedBy",
            (e.proposed_at at time zone 'Europe/Amsterdam')::date as "proposedOn",
            s.state as "settlementState", (s.proposed_at at time zone 'Europe/Amsterdam')::date as "settlementProposedOn",
            s.answer_due_on as "answerDueOn",
            (s.answered_at at time zone 'Europe/Amsterdam')::date as "answeredOn", s.remedy_until as "remedyUntil",
            s.shortfall_cents as "shortfallCents", s.short_of_goal as "shortOfGoal"
     from contracts.contract c
     left join contracts.obligation o on o.contract_id = c.id
     left join contracts.exemption e on e.contract_id = c.id and e.state = 'PROPOSED'
     left join contracts.settlement s on s.contract_id = c.id
     where (c.state in ('EXEMPTION_PROPOSED', 'OBLIGATION_MISSING', 'FINAL_ASSESSMENT', 'REMEDY')
            or c.state = 'OPEN' and c.ends_on < $1::date)
       and ($2::uuid[] is null or c.id = any ($2::uuid[])) and ${scope}
     order by c.ends_on, c.number limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows).map(toWaiting);
}

function toWaiting(row: Row): WaitingContract {
  const { amountCents, exemptionId, proposedBy, proposedOn, settlementState, answerDueOn, answeredOn, ...rest } = row;
  const { settlementProposedOn, remedyUntil, shortfallCents, shortOfGoal, ...contract } = rest;
  return {
    ...contract,
    amountCents: amountCents === null ? null : toExact(amountCents),
    exemption:
      exemptionId === null || proposedBy === null || proposedOn === null
        ? null
        : { id: exemptionId, proposedBy, proposedOn },
    settlement:
      settlementState === null || settlementProposedOn === null || answerDueOn === null
        ? null
        : {
            state: settlementState,
            proposedOn: settlementProposedOn,
            answerDueOn,
            answeredOn,
            remedyUntil,
            shortfallCents: toExact(shortfallCents ?? 0),
            shortOfGoal: shortOfGoal === null ? null : toExact(shortOfGoal),
          },
  };
}
