interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Every page of a list, one after the other. What the API refuses is thrown. */
export async function readAll<Item>(
  read: (after: string | undefined) => Promise<{ readonly data?: Page<Item>; readonly error?: unknown }>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const { data, error } = await read(after);
    if (!data) throw error;
    items.push(...data.items);
    after = data.next ?? undefined;
  } while (after);
  return items;
}

/** How many ids the API takes in one question. */
const IDS_AT_ONCE = 100;

/** The items of a list that is asked for by ids, in as many questions as it takes. What the API refuses is thrown. */
export async function readByIds<Item>(
  ids: readonly string[],
  read: (some: string[]) => Promise<{ readonly data?: { readonly items: readonly Item[] }; readonly error?: unknown }>,
): Promise<readonly Item[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  );
  const answers = await Promise.all(parts.map(read));
  return answers.flatMap(({ data, error }) => {
    if (!data) throw error;
    return data.items;
  });
}
