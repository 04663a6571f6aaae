import { Injectable } from '@nestjs/common';
import { IdentityService, ReferenceService, type Supplier } from '@sr/identity';
import type { Actor, LocalDate } from '@sr/kernel';
import { Db, keyAfter, pageOf, rowsToRead, type Page, type PageQuery } from '@sr/platform';
import { NONE, type Dimension, type Figures, type Row } from './domain/breakdown';
import { ImpactService } from './impact.service';
import type { Narrowing } from './year-parts';

/** What a breakdown is asked with. */
export interface BreakdownAsk extends Narrowing {
  readonly by: Dimension;
  readonly knownOn: LocalDate | null;
}

/** A row with how people call it. */
export interface NamedRow extends Row {
  readonly name: string;
  /** The group of a supplier, in rows of suppliers that are in sight. */
  readonly supplierGroupId: string | null;
}

/** A page of the rows of a breakdown, and the total of all rows. */
export interface BreakdownPage extends Page<NamedRow> {
  readonly total: Figures;
}

/** The rows that are no code of a list. */
const WITHOUT: Partial<Record<Dimension, string>> = { CATEGORY: 'Specifieke inkoop', REGION: 'Onbekend' };

/** The rows of what has no candidate, and so no region or target group. */
const OTHERS: Readonly<Record<string, string>> = {
  PURCHASE: 'Sociale inkoop',
  ACTIVITY: 'Maatschappelijke activiteiten',
};

/** A year cut by one dimension, with names and in pages. */
@Injectable()
export class BreakdownsService {
  constructor(
    private readonly db: Db,
    private readonly impact: ImpactService,
    private readonly identity: IdentityService,
    private readonly reference: ReferenceService,
  ) {}

  /**
   * The rows for whom `ImpactService.year` is, in the order of their keys. Refuses `page.after_wrong` (invalid input) and
   * `breakdown.not_narrowed`.
   */
  async page(actor: Actor, year: number, ask: BreakdownAsk, query: PageQuery): Promise<BreakdownPage> {
    const { by, knownOn, ...narrowing } = ask;
    const after = keyAfter(query, 'text');
    const { total, rows } = await this.impact.breakdown(actor, year, by, knownOn, narrowing);
    const rest = rows.filter((row) => after === null || row.key > after[0]);
    const page = pageOf(rest.slice(0, rowsToRead(query)), query, ({ key }) => [key]);
    const keys = page.items.map(({ key }) => key);
    const suppliers = by === 'SUPPLIER' ? await this.suppliers(actor, keys) : new Map<string, Supplier>();
    const names = await this.namesOf(by);
    const nameOf = ({ key, title }: Row): string =>
      title ?? suppliers.get(key)?.name ?? names.get(key) ?? OTHERS[key] ?? (key === NONE ? (WITHOUT[by] ?? key) : key);
    const items = page.items.map((row) => ({
      ...row,
      name: nameOf(row),
      supplierGroupId: suppliers.get(row.key)?.groupId ?? null,
    }));
    return { ...page, total, items };
  }

  private suppliers(actor: Actor, keys: readonly string[]): Promise<Map<string, Supplier>> {
    return this.db.read(actor, (reader) => this.identity.suppliers(reader, keys));
  }

  /** What people call the codes of a list; a row without a name here is called by its key. */
  private async namesOf(by: Dimension): Promise<Map<string, string>> {
    switch (by) {
      case 'PRINCIPAL':
        return byCode(await this.identity.principals());
      case 'CATEGORY':
        return byCode(await this.reference.categories());
      case 'REGION':
        return byCode(await this.reference.regions());
      case 'SUPPLIER':
      case 'CONTRACT':
      case 'TARGET_GROUP':
        return new Map();
    }
  }
}

const byCode = (rows: readonly { readonly code: string; readonly name: string }[]): Map<string, string> =>
  new Map(rows.map(({ code, name }) => [code, name]));
