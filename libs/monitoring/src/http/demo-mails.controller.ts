import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, PeopleService } from '@sr/identity';
import { AppError, type Actor } from '@sr/kernel';
import { CodeParam, CurrentActor, type CaughtMail } from '@sr/platform';
import { demoMailUnknown, noDemoMails } from '../monitoring.errors';
import { DemoMailbox } from './demo-mailbox';
import { DemoMailAnswer, DemoMailList } from './demo-mails.dto';
import { toDemoMail, toDemoMailInList } from './monitoring.mapping';

const MOST = 100;
const NUMBER = /^[1-9]\d{0,8}$/;

/** The mails of the demo: nobody gets them, so that who they are to reads them here. */
@ApiTags('Demo mails')
@Controller('demo-mails')
export class DemoMailsController {
  constructor(
    private readonly people: PeopleService,
    @Inject(DemoMailbox) private readonly mailbox: DemoMailbox | null,
  ) {}

  @Get()
  @Allow('signed-in', {
    summary: 'List the mails that the demo sent to you',
    description: 'Where the demo does not run there is nothing here (404).',
    answers: DemoMailList,
  })
  async listDemoMails(@CurrentActor() actor: Actor): Promise<DemoMailList> {
    const mails = await this.mailsTo(actor);
    return { items: mails.slice(-MOST).reverse().map(toDemoMailInList) };
  }

  @Get(':number')
  @Allow('signed-in', {
    summary: 'Read a mail that the demo sent to you',
    description: 'Where the demo does not run there is nothing here (404).',
    answers: DemoMailAnswer,
  })
  async readDemoMail(
    @CurrentActor() actor: Actor,
    @CodeParam('number', 'The number of the mail.', NUMBER) number: string,
  ): Promise<DemoMailAnswer> {
    const mail = (await this.mailsTo(actor)).find((one) => one.number === Number(number));
    if (!mail) throw new AppError('not-found', [demoMailUnknown()]);
    return toDemoMail(mail);
  }

  /** The mails to the address of the actor. */
  private async mailsTo(actor: Actor): Promise<CaughtMail[]> {
    if (!this.mailbox) throw new AppError('not-found', [noDemoMails()]);
    const { email } = await this.people.find(actor, actor.id);
    const isOwn = (address: string): boolean => address.toLowerCase() === email.toLowerCase();
    const mails = await this.mailbox.mails();
    return mails.filter(({ to }) => to.some(isOwn));
  }
}
