import { useId, useState, type ReactNode } from 'react';
import { readDay, typedDay } from '../read-input';

/** The filters above a list. They work at once and live in the address: see `useAddressFilters`. */
export function Filters({
  label,
  children,
}: {
  /** What they narrow; needed where a page has more than one group of filters. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <form role="search" aria-label={label} className="filters" onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  /** The words for no filter; without them one of the options always holds. */
  readonly all?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several values, or all. */
export function Filter({ label, value, all, options, onChange }: FilterProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="utrecht-form-label field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A text to search for; the address follows while somebody types. */
export function SearchFilter({
  label,
  value,
  onChange,
  type = 'search',
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'search' | 'text';
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="utrecht-form-label field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        autoComplete="off"
        className="utrecht-textbox utrecht-textbox--html-input"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** A day: the address has it as an ISO date, people type it their own way. What is no day yet narrows nothing. */
export function DayFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(typedDay(value));
  const [known, setKnown] = useState(value);
  // The address changed by something else: a link, the back button, or clearing all filters.
  if (known !== value) {
    setKnown(value);
    if ((readDay(typed) ?? '') !== value) setTyped(typedDay(value));
  }
  return (
    <SearchFilter
      label={label}
      type="text"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const day = readDay(text);
        if (text.trim() === '' || day !== null) onChange(day ?? '');
      }}
    />
  );
}
