import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Problem } from '../api/client';
import type { ActivityLine, PurchaseLine } from '../report-lines/lines';
import { isOfLine, ReportDraft } from './draft';
import { useDraft } from './draft-context';

interface Lines {
  readonly purchases: PurchaseLine;
  readonly activities: ActivityLine;
}
type Part = keyof Lines;

/**
 * The list of purchases or activities and its form. Which line is in the form stands in the address (`?regel=2`, or
 * `nieuw`), so that the back button closes it. A line is kept also when something of it would be refused later; its
 * faults then stand at the fields.
 */
export function useLineEditing<P extends Part>(part: P) {
  const draft = useDraft(ReportDraft.LINES);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const asked = params.get('regel');
  const lines = draft[part] as readonly Lines[P][];
  const index = asked === 'nieuw' ? lines.length : Number(asked ?? NaN);
  const opened = asked !== null && (asked === 'nieuw' || lines[index] !== undefined);
  // A new line that was kept with faults is changed by the next attempt, not added again.
  const kept = useRef<number | null>(null);
  const [removed, setRemoved] = useState<unknown>(null);
  const close = () => {
    kept.current = null;
    void navigate(-1);
  };
  const put = (next: readonly Lines[P][]) => draft.replace({ [part]: next });
  const save = async (line: Lines[P]) => {
    const at = kept.current ?? index;
    const next = [...lines];
    next[at] = line;
    await put(next);
    if (asked === 'nieuw') kept.current = at;
    const faults = draft.faults(`/${part}/${at}`).filter(isOfLine);
    if (faults.length > 0) {
      const problem: Problem = {
        type: 'about:blank',
        status: 400,
        title: '',
        detail: '',
        code: 'report.line',
        errors: [...faults],
      };
      // What a form throws it shows at its fields.
      throw Object.assign(new Error('faults'), problem);
    }
    close();
  };
  const remove = async (at: number) => {
    setRemoved(null);
    const before = lines;
    try {
      await put(lines.filter((_, place) => place !== at));
      return () => void put(before);
    } catch (thrown) {
      setRemoved(thrown);
      return null;
    }
  };
  return { draft, lines, index, line: lines[index], opened, save, remove, close, error: removed };
}

/** The field of a line that a pointer such as `/purchases/2/seller/kvkNumber` is about, by the names that the form has. */
export function fieldOfLine(pointer: string, names: Readonly<Record<string, string>>): string {
  const path = pointer.split('/').slice(3).join('.');
  return names[path] ?? path;
}
