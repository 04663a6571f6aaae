import type { ComponentProps, ReactNode } from 'react';
import { Link as RouterLink, type LinkProps } from 'react-router';
import { classNames } from './class-names';

/** How much a button asks for attention; one primary button a screen. */
export type Weight = 'primary' | 'secondary' | 'subtle' | 'danger';

const CLASS: Record<Weight, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
  danger: 'utrecht-button--secondary-action utrecht-button--danger',
};

interface ButtonProps extends ComponentProps<'button'> {
  readonly weight?: Weight;
  /** Work is under way: the button says so and cannot be pressed again. */
  readonly busy?: boolean;
}

export function Button({ weight = 'secondary', busy = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={classNames('utrecht-button utrecht-button--html-button', CLASS[weight], busy && 'is-busy', className)}
    >
      {children}
    </button>
  );
}

/** A link to another page of the product that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ weight = 'secondary', className, ...rest }: LinkProps & { readonly weight?: Weight }) {
  return <RouterLink {...rest} className={classNames('utrecht-button', 'button-link', CLASS[weight], className)} />;
}

/** A link to another page of the product. */
export function Link({ className, ...rest }: LinkProps) {
  return <RouterLink {...rest} className={classNames('utrecht-link utrecht-link--html-a', className)} />;
}

export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="utrecht-button-group button-row">{children}</div>;
}
