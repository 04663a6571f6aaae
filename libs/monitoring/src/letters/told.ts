export interface Link {
  readonly text: string;
  readonly url: string;
}

/** What of a matter is told as one: mostly one item, and several that cannot be told apart. */
export interface Member {
  readonly text: string;
  readonly links: readonly Link[];
}

/** A matter as it is read. */
export interface ToldMatter {
  readonly title: string;
  /** By when; empty when there is no day. */
  readonly when: string;
  readonly sentences: string;
  /** Where to go; none when each member has its own. */
  readonly links: readonly Link[];
  readonly members: readonly Member[];
  readonly rest: string;
}

/** A mail before it is text or HTML. */
export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly greeting: string;
  readonly opening: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly matters: readonly ToldMatter[] }[];
  readonly more: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly stillOpen: string;
  /** Where the rest is, when there is more than the mail tells. */
  readonly toMore: Link | null;
  readonly question: string;
  readonly regards: string;
  readonly sender: string;
  readonly footer: readonly string[];
  readonly allWork: Link;
}
