import { useEffect, useRef } from 'react';
import { monthName } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Button, ButtonGroup } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { gridWords } from './hours-grid-words';
import type { PasteResult, RefusedCell } from './paste';

/** How many refused cells are named at once. */
const MOST_NAMED = 20;

/** What a paste did: how many cells, which were refused and why, and the way back. */
export function PasteReport({
  result,
  undo,
  onClose,
}: {
  readonly result: PasteResult;
  readonly undo: () => void;
  readonly onClose: () => void;
}) {
  const t = useWords(gridWords);
  const language = useLanguage();
  const say = useNotice();
  const { accepted, refused } = result;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: what newer browsers answer is no clean-up.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  const name = ({ row, month, text, why }: RefusedCell) =>
    t.why[why](row, month === null ? '' : monthName(language, month), text);
  return (
    <div ref={box} className={`alert utrecht-alert--${refused.length > 0 ? 'warning' : 'ok'}`} role="status">
      <p className="alert-title">{t.pasted(accepted.length)}</p>
      {refused.length > 0 && (
        <>
          <p>{t.refused(refused.length)}</p>
          <ul className="plain-list">
            {refused.slice(0, MOST_NAMED).map((cell, index) => (
              <li key={index}>{name(cell)}</li>
            ))}
            {refused.length > MOST_NAMED && <li>{t.more(refused.length - MOST_NAMED)}</li>}
          </ul>
        </>
      )}
      <ButtonGroup>
        {accepted.length > 0 && (
          <Button
            onClick={() => {
              undo();
              onClose();
              say({ text: t.undone });
            }}
          >
            {t.undo}
          </Button>
        )}
        <Button weight="subtle" onClick={onClose}>
          {t.close}
        </Button>
      </ButtonGroup>
    </div>
  );
}
