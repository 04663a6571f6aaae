import type { LocalDate, Scope } from '@sr/kernel';

/** A body of the central government that is responsible for contracts: a ministry, a high council or the judiciary. */
export interface Principal {
  /** The short name that everyone uses, e.g. `IenW`; the key. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'MINISTRY' | 'HIGH_COUNCIL' | 'JUDICIARY';
  /** Its identifier in the government's register of organisations (TOOI), where it has one. */
  readonly tooi: string | null;
  /** The first and last day of its existence; null is unknown or not yet. Ministries split and merge. */
  readonly existsFrom: LocalDate | null;
  readonly existsTo: LocalDate | null;
  /** Who took over its tasks, by code. */
  readonly successors: readonly string[];
  readonly source: string;
}

/** One of the regions in which employers and job seekers are brought together. */
export interface LabourMarketRegion {
  readonly code: string;
  readonly name: string;
  readonly existsFrom: LocalDate | null;
  readonly existsTo: LocalDate | null;
  readonly successors: readonly string[];
  readonly source: string;
}

/** Dated participation of a principal in the network. `leftOn` is the first day on which it is no longer a member. */
export interface NetworkMembership {
  readonly principalCode: string;
  readonly joinedOn: LocalDate;
  readonly leftOn: LocalDate | null;
  readonly note: string | null;
}

/** A contract party, known by its number at the chamber of commerce. */
export interface Supplier {
  /** Eight digits, kept as text since it may begin with a zero. */
  readonly kvkNumber: string;
  readonly name: string;
  readonly groupId: string;
}

/** Suppliers that are approached as one. A supplier that stands alone is a group of one. */
export interface SupplierGroup {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A part of a principal that signs contracts, such as Rijkswaterstaat. */
export interface PrincipalUnit {
  readonly id: string;
  readonly principalCode: string;
  /** The short name, used once at a principal, e.g. `RWS`. */
  readonly code: string;
  readonly name: string;
  /** Its number in the register of government organisations (OIN), where it has one. */
  readonly oin: string | null;
  /** The first and last day of its existence; null is unknown or not yet. */
  readonly existsFrom: LocalDate | null;
  readonly existsTo: LocalDate | null;
  /** Where this comes from, where that was said. */
  readonly source: string | null;
}

/** A Rijk-wide procurement category; a contract without one is a purchase of its own kind ("specifieke inkoop"). */
export interface ProcurementCategory {
  readonly code: string;
  readonly name: string;
  readonly existsFrom: LocalDate | null;
  readonly existsTo: LocalDate | null;
  readonly source: string;
}

/** Whether somebody sees all suppliers: officials do, a supplier sees its own group and no other. */
export function seesAllSuppliers({ everything, network, principals, categories }: Scope): boolean {
  return everything || network || principals.length > 0 || categories.length > 0;
}

/** Whether something exists for no day at all: its last day lies before its first. */
export function endsBeforeItBegins(dates: { existsFrom: LocalDate | null; existsTo: LocalDate | null }): boolean {
  return dates.existsFrom !== null && dates.existsTo !== null && dates.existsTo < dates.existsFrom;
}
