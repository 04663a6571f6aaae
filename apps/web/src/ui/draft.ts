import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** What was typed before in this tab, over the values of an empty form; what does not fit is left out. */
export function readDraft<V extends object>(key: string, empty: V): V {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : empty;
  } catch {
    return empty;
  }
}

/**
 * Keeps what is typed in this tab, so that a reload loses nothing; `except` names fields that can tell of a person, which
 * are not kept. Answers whether there was something, and how to forget it.
 */
export function useDraft<V extends FieldValues>(form: UseFormReturn<V>, key: string, except: readonly (keyof V)[]) {
  const [restored, setRestored] = useState(() => sessionStorage.getItem(key) !== null);
  useEffect(() => {
    const { unsubscribe } = form.watch((values) => {
      const kept = Object.entries(values).filter(([name]) => !except.includes(name));
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
    });
    return unsubscribe;
  }, [form, key, except]);
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setRestored(false);
  }, [key]);
  return { restored, forget };
}
