import type { LocalDate } from './local-date';

/**
 * Which rows somebody may see. Every query repeats it in its WHERE clause, and the database repeats it once more as
 * row-level security. A row is seen when one of the parts below fits it.
 */
export interface Scope {
  /** The person, whose own acts are always seen; null for the product itself. */
  readonly personId: string | null;
  /** Sees every row: the auditor, and the product itself when it works for nobody in particular. */
  readonly everything: boolean;
  /** Principals (by code) whose contracts are seen: one's own ministry, or for the network its members. */
  readonly principals: readonly string[];
  /** Principals that left the network, each with its first day outside: what began before that day is still seen. */
  readonly left: Readonly<Record<string, LocalDate>>;
  /** Procurement categories (by code) whose contracts are seen, over all principals. */
  readonly categories: readonly string[];
  /** Suppliers (by number of the chamber of commerce) whose contracts, placements and claims are seen. */
  readonly suppliers: readonly string[];
  /** Supplier groups (by id) whose plans are seen. */
  readonly supplierGroups: readonly string[];
  /** One of the network organisation: sees the plans and claims that the network verifies. */
  readonly network: boolean;
  /** Principals (by code) for which one verifies claims, where the network does not. */
  readonly verifies: readonly string[];
  /** A table steward: reads what was done to value tables. */
  readonly valueTables: boolean;
}

/** Nobody's scope: sees nothing. Other scopes are made from it. */
export const NOTHING: Scope = {
  personId: null,
  everything: false,
  principals: [],
  left: {},
  categories: [],
  suppliers: [],
  supplierGroups: [],
  network: false,
  verifies: [],
  valueTables: false,
};

/** The scope of the product itself, and of those who read everything. */
export const EVERYTHING: Scope = { ...NOTHING, everything: true };

/** Whoever's scope limits what is read. */
export interface Scoped {
  readonly scope: Scope;
}

/** A request that its client may repeat: carried out once. */
export interface RepeatableRequest {
  readonly key: string;
  /** A digest of what was asked, so that one key is never used for two things. */
  readonly fingerprint: string;
}

/** Who acts. The audit trail keeps the id; the name is for people. */
export interface Actor extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly request?: RepeatableRequest;
}

/** The product itself, where it acts for nobody in particular. */
export const THE_PRODUCT: Actor = { id: 'the-product', name: 'Social Return tracker', scope: EVERYTHING };
