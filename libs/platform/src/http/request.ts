import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { AppError, type Actor } from '@sr/kernel';
import { idFault } from './fields';

/** The part of a request that the product adds to: who asks. */
export interface RequestOfActor {
  actor?: Actor;
  readonly params: Readonly<Record<string, string>>;
}

/** Who asks: the person who is signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestOfActor>();
  if (!actor) throw new AppError('unauthenticated', [signInFirst()]);
  return actor;
});

/** Nobody is signed in, or the session has ended. */
export const signInFirst = () => ({
  code: 'session.none',
  message: 'Sign in first: nobody is signed in, or the session has ended.',
});

const readId = createParamDecorator((name: string, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<RequestOfActor>().params[name];
  const fault = idFault(value);
  if (fault) throw new AppError('invalid-input', [{ field: `/${name}`, ...fault }]);
  return value as string;
});

/** An id in the path. */
export function IdParam(name: string, description?: string): ParameterDecorator {
  return (target, key, index) => {
    readId(name)(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key as string) as TypedPropertyDescriptor<unknown>;
    const schema = { type: 'string', format: 'uuid' } as const;
    ApiParam({ name, schema, description: description ?? `The id of the ${nounOf(name)}.` })(
      target,
      key as string,
      method,
    );
  };
}

const readCode = createParamDecorator(
  ({ name, shape }: { name: string; shape: RegExp }, context: ExecutionContext): string => {
    const value = context.switchToHttp().getRequest<RequestOfActor>().params[name] ?? '';
    if (shape.test(value)) return value;
    throw new AppError('invalid-input', [
      { code: 'field.wrong_shape', field: `/${name}`, message: `Write the ${nounOf(name)} as ${shape.source}.` },
    ]);
  },
);

/** A code, number or name in the path: letters, digits, full stop, slash, underscore and hyphen, unless `shape` says otherwise. */
export function CodeParam(name: string, description: string, shape = /^[A-Za-z0-9._/-]{1,60}$/): ParameterDecorator {
  return (target, key, index) => {
    readCode({ name, shape })(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key as string) as TypedPropertyDescriptor<unknown>;
    ApiParam({ name, schema: { type: 'string', pattern: shape.source }, description })(target, key as string, method);
  };
}

/** A calendar year in the path. */
export function YearParam(name = 'year'): ParameterDecorator {
  return (target, key, index) => {
    readYear(name)(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key as string) as TypedPropertyDescriptor<unknown>;
    const schema = { type: 'integer', minimum: 1900, maximum: 2999, example: 2026 } as const;
    ApiParam({ name, schema, description: 'A calendar year.' })(target, key as string, method);
  };
}

const readYear = createParamDecorator((name: string, context: ExecutionContext): number => {
  const value = context.switchToHttp().getRequest<RequestOfActor>().params[name] ?? '';
  if (/^(19|2\d)\d\d$/.test(value)) return Number(value);
  throw new AppError('invalid-input', [
    { code: 'field.out_of_bounds', field: `/${name}`, message: 'Write a year from 1900 to 2999.' },
  ]);
});

const nounOf = (name: string): string =>
  name
    .replace(/(Id|Code)$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
