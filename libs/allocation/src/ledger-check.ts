import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { InvariantBroken } from '@sr/kernel';
import type { Reader } from '@sr/platform';
import { BookKeeper } from './book-keeper';
import { assertNothingIdle } from './domain/ledger';
import type { Room } from './domain/room';
import { surplusPage } from './persistence/ledger.store';
import { allAccounts, findBreaches, plansWithSurplus, type Breach } from './persistence/verify.store';

/** Works out anew from the entries what the ledger keeps, and compares. */
@Injectable()
export class LedgerCheck {
  constructor(
    private readonly contracts: ContractsService,
    private readonly books: BookKeeper,
  ) {}

  /** Every balance that is not the sum of its entries, every account that differs from its contract, and what lies idle. */
  async breaches(reader: Reader): Promise<Breach[]> {
    const breaches = await findBreaches(reader);
    for await (const accounts of allAccounts(reader)) {
      const obligations = await this.contracts.obligations(reader, [...accounts.keys()]);
      for (const { id, number, amountCents, settledOn } of obligations) {
        const account = accounts.get(id);
        if (account?.amountCents === amountCents && account.settledOn === settledOn) continue;
        breaches.push({ invariant: 'A2 accounts', detail: `${number} has another amount or day of settlement` });
      }
    }
    for (const planId of await plansWithSurplus(reader)) {
      const idle = await firstIdle(reader, planId, (await this.books.rooms(reader, [planId])).of(planId));
      if (idle !== null) breaches.push({ invariant: 'A4 nothing lies idle', detail: idle });
    }
    return breaches;
  }
}

/** What lies idle on the surplus of a plan although there is room for it, or null. */
async function firstIdle(reader: Reader, planId: string, room: Room): Promise<string | null> {
  const terms = room.openTerms();
  for (let after = 0; terms.length > 0;) {
    const page = await surplusPage(reader, planId, terms, after);
    const last = page.at(-1);
    if (!last) return null;
    try {
      assertNothingIdle(page, room);
    } catch (error) {
      if (error instanceof InvariantBroken) return error.message;
      throw error;
    }
    after = last.acceptanceId;
  }
  return null;
}
