import { HttpCode, SetMetadata, applyDecorators, type Type } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Permission } from './domain/permissions';

/** What a route says of itself: for the API document, and for the guard. */
export interface RouteOptions {
  /** What it does, in a few words. */
  readonly summary: string;
  /** What a caller has to know besides, in plain English. */
  readonly description?: string;
  /** The class of the answer; none is an empty answer. */
  readonly answers?: Type;
  /** 200 unless said otherwise; 201 for what makes something, 204 for an empty answer. */
  readonly status?: 200 | 201 | 204;
  /** The codes of refusals (409) that it can give. */
  readonly refuses?: readonly string[];
}

/** Under which the guard finds what a route asks for: a permission, or that it is for everybody. */
export const ALLOWS = 'sr:allows';
export const EVERYBODY = 'everybody';

/** The route is for those who have the permission. Every route has this or `Public`; the product does not start otherwise. */
export function Allow(permission: Permission | 'signed-in', options: RouteOptions): MethodDecorator {
  return route(permission, options);
}

/** The route is for everybody, signed in or not. */
export function Public(options: RouteOptions): MethodDecorator {
  return route(EVERYBODY, options);
}

function route(permission: string, options: RouteOptions): MethodDecorator {
  const { summary, description, answers, refuses = [] } = options;
  const status = options.status ?? (answers ? 200 : 204);
  const text = [
    description,
    permission === EVERYBODY
      ? 'For everybody.'
      : permission === 'signed-in'
        ? 'For everybody who is signed in.'
        : `Permission: \`${permission}\`.`,
    refuses.length > 0 ? `Refuses (409): ${refuses.map((code) => `\`${code}\``).join(', ')}.` : undefined,
  ];
  return applyDecorators(
    SetMetadata(ALLOWS, permission),
    HttpCode(status),
    ApiOperation({ summary, description: text.filter(Boolean).join('\n\n') }),
    ApiExtension('x-permission', permission),
    ApiExtension('x-refuses', refuses),
    ApiResponse({ status, description: summary, ...(answers ? { type: answers } : {}) }),
  );
}
