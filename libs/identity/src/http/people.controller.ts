import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { Allow } from '../allow';
import type { Role } from '../domain/permissions';
import { PeopleService } from '../people.service';
import { ChangePersonBody, InvitePersonBody, PeoplePage, PeopleQuery, PersonAnswer } from './people.dto';

const REFUSES = [
  'person.roles_do_not_fit',
  'person.roles_are_apart',
  'person.categories_do_not_fit',
  'person.category_unknown',
];

/** People: suppliers and ministries invite and remove their own colleagues, the network everybody. */
@ApiTags('People')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Allow('people.read', { summary: 'List the people whom you may see', answers: PeoplePage })
  async listPeople(@CurrentActor() actor: Actor, @Query() query: PeopleQuery): Promise<PeoplePage> {
    return this.people.list(actor, query, query);
  }

  @Post()
  @Allow('people.write', {
    summary: 'Invite a colleague',
    status: 201,
    answers: PersonAnswer,
    refuses: [...REFUSES, 'person.organisation_unknown', 'person.email_taken'],
  })
  async invitePerson(@CurrentActor() actor: Actor, @Body() body: InvitePersonBody): Promise<PersonAnswer> {
    const { roles, categories = [] } = body;
    return this.people.invite(actor, { ...body, roles: roles as Role[], categories });
  }

  @Get(':personId')
  @Allow('people.read', { summary: 'Read about one person', answers: PersonAnswer })
  async readPerson(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<PersonAnswer> {
    return this.people.find(actor, personId);
  }

  @Patch(':personId')
  @Allow('people.write', {
    summary: "Change somebody's name, roles or categories",
    answers: PersonAnswer,
    refuses: [...REFUSES, 'person.stale', 'person.ended', 'person.oneself', 'person.last_who_invites'],
  })
  async changePerson(
    @CurrentActor() actor: Actor,
    @IdParam('personId') personId: string,
    @Body() body: ChangePersonBody,
  ): Promise<PersonAnswer> {
    const { roles, categories = [] } = body;
    return this.people.change(actor, personId, { ...body, roles: roles as Role[], categories });
  }

  @Post(':personId/removals')
  @Allow('people.write', {
    summary: 'Remove a colleague; what the person did stays, sessions end at once',
    refuses: ['person.ended', 'person.oneself', 'person.last_who_invites'],
  })
  async removePerson(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<void> {
    await this.people.remove(actor, personId);
  }
}
