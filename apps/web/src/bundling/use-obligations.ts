import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { client, type Answer } from '../api/client';
import { readAll, readByIds } from '../api/read-all';
import { useSession } from '../shell/session';

/** An open obligation of a supplier, and where it is followed now. */
export interface OpenObligation {
  readonly contract: Answer<'ContractAnswer'>;
  /** In cents; null for an agreement without euros. */
  readonly remainingCents: number | null;
  readonly plan: { readonly planId: string; readonly planName: string } | null;
  /** The plan for which it is proposed; its principal has to answer first. */
  readonly proposedFor: string | null;
  /** Whether the reader can take it into a plan now. */
  readonly choosable: boolean;
}

/** All running obligations of a supplier group that the reader sees: those in no plan first, then by their last day. */
export function useOpenObligations(supplierGroupId: string) {
  const { face } = useSession();
  return useQuery({
    queryKey: ['open-obligations', supplierGroupId, face],
    queryFn: async (): Promise<readonly OpenObligation[]> => {
      const contracts = await readAll((after) =>
        client.GET('/contracts', { params: { query: { supplierGroupId, state: 'OPEN', limit: 100, after } } }),
      );
      const ids = contracts.map(({ id }) => id);
      const [proposals, memberships, balances] = await Promise.all([
        readAll((after) =>
          client.GET('/plan-proposals', { params: { query: { supplierGroupId, limit: 100, after } } }),
        ),
        readByIds(ids, (contractIds) => client.GET('/plan-memberships', { params: { query: { contractIds } } })),
        readByIds(ids, (contractIds) => client.GET('/contract-balances', { params: { query: { contractIds } } })),
      ]);
      const proposed = new Map(proposals.map(({ obligation, planName }) => [obligation.contractId, planName]));
      const plans = new Map(memberships.map((membership) => [membership.contractId, membership]));
      const left = new Map(balances.map(({ contractId, remainingCents }) => [contractId, remainingCents]));
      return contracts
        .map((contract): OpenObligation => {
          const plan = plans.get(contract.id) ?? null;
          const proposedFor = proposed.get(contract.id) ?? null;
          // The network may ask to move an obligation; a principal makes plans of what is in none.
          const free = face === 'NETWORK' || !contract.inPlan;
          const remainingCents = left.get(contract.id) ?? null;
          return { contract, remainingCents, plan, proposedFor, choosable: proposedFor === null && free };
        })
        .toSorted(inOrderOfWork);
    },
  });
}

function inOrderOfWork(one: OpenObligation, other: OpenObligation): number {
  const rank = ({ contract, proposedFor }: OpenObligation) => (contract.inPlan ? 2 : proposedFor === null ? 0 : 1);
  const keys = (of: OpenObligation) => [of.plan?.planName ?? '', of.contract.endsOn, of.contract.number].join(' ');
  return rank(one) - rank(other) || (keys(one) < keys(other) ? -1 : 1);
}

const CHOSEN = 'kies';

/**
 * The numbers in the address that are chosen. A box that is pressed shows so at once; the address follows, since the
 * router changes it when React finds the time.
 */
function useNumbers() {
  const [params, setParams] = useSearchParams();
  const present = params.getAll(CHOSEN);
  const [picked, setPicked] = useState<{ numbers: readonly string[]; asked: boolean }>({
    numbers: present,
    asked: false,
  });
  const same = present.join() === picked.numbers.join();
  if (picked.asked && same) setPicked({ ...picked, asked: false });
  // The address changed by something else: a link or the back button.
  else if (!picked.asked && !same) setPicked({ numbers: present, asked: false });
  const after = new URLSearchParams(params);
  after.delete(CHOSEN);
  const choose = (numbers: readonly string[]) => {
    for (const number of numbers) after.append(CHOSEN, number);
    setPicked({ numbers, asked: true });
    // Choosing is no step of the history, so that the way back leads to the list of suppliers.
    setParams(after, { replace: true, preventScrollReset: true });
  };
  return { numbers: picked.numbers, choose, search: params.size > 0 ? `?${params}` : '' };
}

/** The chosen obligations, which live in the address by the numbers of their contracts. */
export function useChoice(obligations: readonly OpenObligation[]) {
  const { numbers, choose, search } = useNumbers();
  const chosen = obligations.filter(({ contract, choosable }) => choosable && numbers.includes(contract.number));
  return {
    chosen,
    choose: (wanted: readonly OpenObligation[]) => choose(wanted.map(({ contract }) => contract.number)),
    search,
  };
}

const isFormFree = ({ contract }: OpenObligation) => contract.obligation?.kind === 'FORM_FREE';

/** Of which kind a plan of these obligations is; null when they cannot be together in one. */
export function kindOf(chosen: readonly OpenObligation[]): 'BUNDLE' | 'FORM_FREE' | null {
  const formFree = chosen.filter(isFormFree).length;
  if (formFree === 0) return 'BUNDLE';
  return formFree === chosen.length ? 'FORM_FREE' : null;
}

/** What the obligations are together, in cents; agreements without euros count for nothing. */
export const togetherCents = (chosen: readonly OpenObligation[]): number =>
  chosen.reduce((sum, one) => sum + (isFormFree(one) ? 0 : (one.contract.obligation?.amountCents ?? 0)), 0);
