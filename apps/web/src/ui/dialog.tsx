import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../shell/language';
import { words } from '../words/words';
import { Button, ButtonGroup, type Weight } from './buttons';
import { ProblemAlert } from './feedback';

const texts = words({ nl: { cancel: 'Annuleer' }, en: { cancel: 'Cancel' } });

/** A window over the page that has to be answered first; Escape closes it and the focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const isAsked = useRef(false);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    isAsked.current = true;
    // A window of a page that is put out of sight would still keep everything else from being pressed.
    return () => {
      isAsked.current = false;
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={id}
      onClose={() => isAsked.current && !ref.current?.open && onClose()}
    >
      <h2 className="utrecht-heading-2" id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

interface ConfirmDialogProps {
  /** What is asked, e.g. "Weet u zeker dat …". */
  readonly title: string;
  readonly weight?: Weight;
  /** What will happen, and that it cannot be undone where so. */
  readonly children?: ReactNode;
  /** The words of the button that does it: the deed, not "OK". */
  readonly confirm: string;
  /** Does it; what it throws is shown in the window, which then stays open. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** The question before what cannot be undone. */
export function ConfirmDialog({ title, weight, children, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useWords(texts);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {error !== null && <ProblemAlert error={error} />}
      <ButtonGroup>
        <Button weight={weight === 'danger' ? 'danger' : 'primary'} busy={busy} onClick={() => void act()}>
          {confirm}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t.cancel}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

interface ConfirmProps extends Omit<ConfirmDialogProps, 'onClose'> {
  /** The words of the button on the page. */
  readonly label: string;
}

/** A button for what cannot be undone: it first says what will happen. */
export function ConfirmButton({ label, weight, ...asked }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button weight={weight} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <ConfirmDialog weight={weight} {...asked} onClose={() => setOpen(false)} />}
    </>
  );
}
