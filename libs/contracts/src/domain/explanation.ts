import type { BasisPoints, Cents } from '@sr/kernel';
import type { ObligationBasis, ObligationTerms } from './obligation';

/** One step of an explanation: a stable code with its figures for a screen, and the sentence in English. */
export interface Step {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

const BASIS: Readonly<Record<ObligationBasis, string>> = {
  LOONSOM: 'the wage sum',
  CONTRACT_VALUE: 'the value of the contract',
  INVOICED_TURNOVER: 'the turnover that was invoiced',
  BUDGET: 'the budget',
};
export const basisInWords = (basis: ObligationBasis): string => BASIS[basis];

/** An amount as people write it in English: EUR 240,000.00. */
export function euros(cents: Cents): string {
  const digits = String(cents).padStart(3, '0');
  return `EUR ${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

/** A rate as people write it: 500 basis points is 5%, 250 is 2.5%. */
export function percent(rateBp: BasisPoints): string {
  const digits = String(rateBp).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '') + '%';
}

const GOAL = { PERSONS: 'persons', HOURS: 'hours', ACTIVITIES: 'activities' } as const;

/** How the amount of an obligation comes about, step by step; the last step gives the amount or the goal. */
export function explainAmount(terms: ObligationTerms, amountCents: Cents): Step[] {
  switch (terms.kind) {
    case 'PERCENTAGE': {
      const { basis, baseCents, rateBp, capCents } = terms;
      const base: Step = {
        code: 'obligation.base',
        params: { basis, baseCents },
        message: `The base is ${basisInWords(basis)}: ${euros(baseCents)}.`,
      };
      const amount = (code: string, message: string): Step => ({ code, params: { rateBp, amountCents }, message });
      if (capCents !== null && amountCents === capCents) {
        const message = `${percent(rateBp)} of that, but at most ${euros(capCents)}: ${euros(amountCents)}.`;
        return [base, { ...amount('obligation.capped', message), params: { rateBp, capCents, amountCents } }];
      }
      return [base, amount('obligation.share', `${percent(rateBp)} of that is ${euros(amountCents)}.`)];
    }
    case 'FIXED':
      return [
        {
          code: 'obligation.fixed',
          params: { amountCents },
          message: `A fixed amount was agreed: ${euros(amountCents)}.`,
        },
      ];
    case 'FORM_FREE': {
      const { goal, goalUnit } = terms;
      return [
        {
          code: 'obligation.form_free',
          params: { goal, goalUnit },
          message: `A goal was agreed without an amount in euros: ${goal} ${GOAL[goalUnit]}.`,
        },
      ];
    }
  }
}
