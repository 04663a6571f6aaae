import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam, PageQuery } from '@sr/platform';
import { MailsService } from '../digests/mails.service';
import { StaleAddressPage } from './mails.dto';
import { toStaleAddressPage } from './monitoring.mapping';

/** People to whom mail cannot be delivered. */
@ApiTags('People')
@Controller('stale-addresses')
export class StaleAddressesController {
  constructor(private readonly mails: MailsService) {}

  @Get()
  @Allow('people.read', {
    summary: 'List the people to whom mail cannot be delivered',
    description:
      'Of your own organisation; for the network everybody. Mail to them is held back, and others hear what was meant for them.',
    answers: StaleAddressPage,
  })
  async listStaleAddresses(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<StaleAddressPage> {
    return toStaleAddressPage(await this.mails.stale(actor, query));
  }

  @Post(':personId/retries')
  @Allow('people.write', {
    summary: 'Try mail to somebody again',
    description: 'From the next working day on; when it comes back, it is held back again.',
    refuses: ['person.mail_not_held_back'],
  })
  async retryStaleAddress(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<void> {
    await this.mails.tryAgain(actor, personId);
  }
}
