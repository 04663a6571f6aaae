import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Answer } from '../api/client';
import type { ReportDraft } from './draft';

/** A placement that stands in the grid of hours. */
export type PlacementRow = Pick<
  Answer<'PlacementAnswer'>,
  'id' | 'ref' | 'candidate' | 'block' | 'blockLabel' | 'startsOn' | 'endsOn'
>;

/** What the parts of a report that is written share. */
export interface DraftSetting {
  readonly draft: ReportDraft;
  /** The placements that run in the quarter or have a line. */
  readonly rows: readonly PlacementRow[];
  /** The three months of the quarter. */
  readonly months: readonly string[];
  readonly table: Answer<'ValueTableAnswer'>;
  /** Blocks and bonuses by their labels. */
  readonly names: Readonly<Record<string, string>>;
  /** The numbers and titles of the contracts in the plan. */
  readonly contracts: readonly { readonly value: string; readonly label: string }[];
}

const DraftContext = createContext<DraftSetting | null>(null);
export const DraftProvider = DraftContext.Provider;

export function useDraftSetting(): DraftSetting {
  const setting = useContext(DraftContext);
  if (!setting) throw new Error('useDraftSetting is for the parts of a report that is written');
  return setting;
}

/** The draft; the component is drawn again when `topic` changes. */
export function useDraft(topic: string): ReportDraft {
  const { draft } = useDraftSetting();
  const subscribe = useCallback((listener: () => void) => draft.on(topic, listener), [draft, topic]);
  useSyncExternalStore(subscribe, () => draft.revision(topic));
  return draft;
}
