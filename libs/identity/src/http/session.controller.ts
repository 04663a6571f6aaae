import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppError, InvariantBroken, THE_PRODUCT, type Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { stringifySetCookie } from 'cookie';
import { Allow, Public } from '../allow';
import { IdentityService } from '../identity.service';
import { PeopleService } from '../people.service';
import { SessionsService, csrfTokenOf, type Session } from '../sessions.service';
import { permissionsOf } from '../domain/permissions';
import type { GuardedRequest } from './session.guard';
import { ChooseLanguageBody, DemoAccountList, OpenSessionBody, SessionAnswer } from './session.dto';
import { CSRF_COOKIE, SIGN_IN_OPTIONS, sessionCookie, type SignInOptions } from './sign-in.options';

/** The part of Fastify's reply that sets cookies. */
interface Reply {
  header(name: string, value: string[]): unknown;
}

/** This process does not offer the accounts of the demo. */
const notByDemo = () => ({ code: 'sign-in.no_demo', message: 'There are no demo accounts here.' });

/** Signing in and out. In the demo by choosing an account; whatever proves who somebody is ends in the same session. */
@ApiTags('Session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly identity: IdentityService,
    private readonly people: PeopleService,
    @Inject(SIGN_IN_OPTIONS) private readonly options: SignInOptions,
  ) {}

  @Get('demo-accounts')
  @Public({ summary: 'List the accounts that the demo offers', answers: DemoAccountList })
  async listDemoAccounts(): Promise<DemoAccountList> {
    this.refuseWithoutDemo();
    const accounts = await this.sessions.demoAccounts();
    const groups = new Map((await this.identity.supplierGroups(THE_PRODUCT)).map(({ id, name }) => [id, name]));
    const items = accounts.map(({ person: { id, name, roles, organisation }, showcase }) => ({
      personId: id,
      name,
      roles,
      organisationKind: organisation.kind,
      organisation:
        organisation.kind === 'PRINCIPAL'
          ? organisation.principalCode
          : organisation.kind === 'SUPPLIER_GROUP'
            ? (groups.get(organisation.supplierGroupId) ?? null)
            : null,
      showcase,
    }));
    return { items };
  }

  @Post('session')
  @Public({
    summary: 'Sign in by choosing a demo account',
    description: 'Sets the cookie of the session, and answers the token that every change has to send along.',
    status: 201,
    answers: SessionAnswer,
    refuses: ['person.unknown'],
  })
  async openSession(@Body() body: OpenSessionBody, @Res({ passthrough: true }) reply: Reply): Promise<SessionAnswer> {
    this.refuseWithoutDemo();
    const opened = await this.sessions.openDemo(body.personId);
    const { person, token, csrfToken, endsAt } = opened;
    this.setCookies(reply, token, csrfToken, endsAt);
    return { csrfToken, endsAt: endsAt.toISOString(), permissions: [...permissionsOf(person.roles)], person };
  }

  @Get('session')
  @Allow('signed-in', { summary: 'Read who you are and what you may do', answers: SessionAnswer })
  readSession(@Req() request: GuardedRequest): SessionAnswer {
    const { session, token } = signedIn(request);
    return {
      csrfToken: csrfTokenOf(token),
      endsAt: null,
      permissions: [...session.permissions],
      person: session.person,
    };
  }

  @Put('session/language')
  @Allow('signed-in', {
    summary: 'Choose the language in which the product writes to you',
    description: 'The language of mails. What the API says stays English.',
    answers: SessionAnswer,
  })
  async chooseLanguage(
    @CurrentActor() actor: Actor,
    @Req() request: GuardedRequest,
    @Body() { language }: ChooseLanguageBody,
  ): Promise<SessionAnswer> {
    return { ...this.readSession(request), person: await this.people.chooseLanguage(actor, language) };
  }

  @Delete('session')
  @Allow('signed-in', { summary: 'Sign out' })
  async closeSession(@Req() request: GuardedRequest, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.sessions.close(signedIn(request).token);
    this.setCookies(reply, '', '', new Date(0));
  }

  private setCookies(reply: Reply, token: string, csrfToken: string, expires: Date): void {
    const common = { path: '/', sameSite: 'strict' as const, secure: this.options.secureCookies, expires };
    reply.header('set-cookie', [
      stringifySetCookie(sessionCookie(this.options), token, { ...common, httpOnly: true }),
      stringifySetCookie(CSRF_COOKIE, csrfToken, common),
    ]);
  }

  private refuseWithoutDemo(): void {
    if (!this.options.demo) throw new AppError('not-found', [notByDemo()]);
  }
}

function signedIn({ session, token }: GuardedRequest): { session: Session; token: string } {
  if (!session || token === undefined) throw new InvariantBroken('session', 'the guard let nobody through');
  return { session, token };
}
