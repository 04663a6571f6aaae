import { useId, type ReactNode } from 'react';
import { useLanguage, useWords } from '../shell/language';
import { percentOf } from '../format';
import { words } from '../words/words';

const texts = words({ nl: { table: 'Toon als tabel' }, en: { table: 'Show as a table' } });

/** A figure in large print with what it means below it. */
export function KeyFigure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className="key-figure">
      <dt>{label}</dt>
      <dd>
        <span className="key-figure-value">{value}</span>
        {note && <span className="key-figure-note">{note}</span>}
      </dd>
    </div>
  );
}

/** Key figures side by side. */
export function KeyFigures({ children }: { readonly children: ReactNode }) {
  return <dl className="key-figures">{children}</dl>;
}

/** Facts of one subject: name and value. */
export function Facts({ items }: { readonly items: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far something is: a bar, and in words beside it. `part` and `whole` in the same unit. */
export function Progress({
  label,
  part,
  whole,
}: {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
}) {
  const language = useLanguage();
  return (
    <div className="progress">
      <progress value={Math.min(part, whole)} max={whole || 1} aria-label={label} />
      <span>{percentOf(language, part, whole) ?? '–'}</span>
    </div>
  );
}

/** A picture with a title, a description for who cannot see it, and the same figures as a table. */
export function Chart({
  title,
  description,
  width,
  height,
  children,
  below,
  table,
}: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
  /** What explains the picture, between it and the table: a legend. */
  readonly below?: ReactNode;
  readonly table: ReactNode;
}) {
  const t = useWords(texts);
  const id = useId();
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {children}
      </svg>
      {below}
      <details className="chart-table">
        <summary>{t.table}</summary>
        {table}
      </details>
    </figure>
  );
}
