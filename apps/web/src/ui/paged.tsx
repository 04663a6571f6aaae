import type { ReactNode } from 'react';
import { useWords } from '../shell/language';
import { words } from '../words/words';
import { Button } from './buttons';
import { ProblemAlert, Skeleton } from './feedback';

const texts = words({ nl: { more: 'Toon meer' }, en: { more: 'Show more' } });

interface Pages<Item> {
  readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** How the lists of the API are paged, for `api.useInfiniteQuery`. */
export const byKey = {
  pageParamName: 'after',
  // No `after` at all; undefined would be replaced by the library.
  initialPageParam: null as unknown as string,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};

/** A list that is read page by page: what was read so far, and a button for more. */
export function Paged<Item>({
  of,
  lines,
  empty,
  children,
}: {
  readonly of: Pages<Item>;
  readonly lines?: number;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}) {
  const t = useWords(texts);
  if (!of.data)
    return of.error ? (
      <ProblemAlert error={of.error} retry={() => void of.refetch()} />
    ) : (
      <Skeleton lines={lines ?? 8} />
    );
  const items = of.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {of.hasNextPage && (
        <div className="more">
          <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
    </>
  );
}
