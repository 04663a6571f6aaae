import { Injectable } from '@nestjs/common';
import { IdentityService, ReferenceService } from '@sr/identity';
import type { Actor, LocalDate } from '@sr/kernel';
import { Db, keyAfter, pageOf, rowsToRead, type Page, type PageQuery } from '@sr/platform';
import { NONE, type Dimension, type Figures, type Row } from './domain/breakdown';
import { ImpactService } from './impact.service';

/** A row with how people call it. */
export interface NamedRow extends Row {
  readonly name: string;
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

  /** The rows for whom `ImpactService.year` is, in the order of their keys. Refuses `page.after_wrong`. */
  async page(
    actor: Actor,
    year: number,
    by: Dimension,
    knownOn: LocalDate | null,
    query: PageQuery,
  ): Promise<BreakdownPage> {
    const after = keyAfter(query, 'text');
    const { total, rows } = await this.impact.breakdown(actor, year, by, knownOn);
    const rest = rows.filter((row) => after === null || row.key > after[0]);
    const page = pageOf(rest.slice(0, rowsToRead(query)), query, ({ key }) => [key]);
    const names = await this.namesOf(
      actor,
      by,
      page.items.map(({ key }) => key),
    );
    const nameOf = (row: Row): string =>
      row.title ?? names.get(row.key) ?? OTHERS[row.key] ?? (row.key === NONE ? (WITHOUT[by] ?? row.key) : row.key);
    return { ...page, total, items: page.items.map((row) => ({ ...row, name: nameOf(row) })) };
  }

  /** What people call the rows; a row without a name here is called by its key. */
  private async namesOf(actor: Actor, by: Dimension, keys: readonly string[]): Promise<Map<string, string>> {
    switch (by) {
      case 'PRINCIPAL':
        return byCode(await this.identity.principals());
      case 'SUPPLIER': {
        const suppliers = await this.db.read(actor, (reader) => this.identity.suppliers(reader, keys));
        return new Map([...suppliers.values()].map(({ kvkNumber, name }) => [kvkNumber, name]));
      }
      case 'CATEGORY':
        return byCode(await this.reference.categories());
      case 'REGION':
        return byCode(await this.reference.regions());
      case 'CONTRACT':
      case 'TARGET_GROUP':
        return new Map();
    }
  }
}

const byCode = (rows: readonly { readonly code: string; readonly name: string }[]): Map<string, string> =>
  new Map(rows.map(({ code, name }) => [code, name]));
