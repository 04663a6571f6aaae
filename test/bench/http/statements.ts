/** One statement as it went to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A request to measure. `index` names it, so that the one who answers by hand knows which statements are its. */
export interface BenchRequest {
  readonly index: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a request of ours sent to the database, and what it answered. */
export interface Recording {
  readonly statements: readonly Statement[];
  readonly status: number;
  readonly body: string;
}

/** What the processes that compete are told. */
export type ToProcess =
  | { readonly kind: 'ours'; readonly applicationUrl: string; readonly isRecording: boolean; readonly today: string }
  | { readonly kind: 'by-hand'; readonly applicationUrl: string; readonly recordings: readonly Recording[] }
  | { readonly kind: 'plain'; readonly applicationUrl: string; readonly recordings: readonly Recording[] };

/** What they say: where they listen, and (the one that records) what the last request sent. */
export type FromProcess = { readonly port: number } | { readonly statements: readonly Statement[] };

/** A statement that asks for something, as against one that opens, scopes or ends a transaction or looks up a session. */
export function asksForData({ text }: Statement): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/set_config|session_of/.test(text);
}
