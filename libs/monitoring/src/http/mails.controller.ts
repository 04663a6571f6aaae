import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import { MailsService } from '../digests/mails.service';
import { MailPage, MailsQuery } from './mails.dto';
import { toMailPage } from './monitoring.mapping';

/** Mails that did not arrive. */
@ApiTags('Jobs')
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: MailsService) {}

  @Get()
  @Allow('jobs.read', {
    summary: 'List the mails that did not arrive, or may not have',
    description: 'To whom, of which day and why; never what is in them.',
    answers: MailPage,
  })
  async listMails(@Query() query: MailsQuery): Promise<MailPage> {
    return toMailPage(await this.mails.troubled(query.state, query));
  }
}
