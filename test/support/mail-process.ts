import { openMailRoom, type MailRoomOptions } from './mail-room';

/** A worker in a process of its own, so that it can be killed: given as JSON, its only argument. */
export interface MailProcessOrder extends MailRoomOptions {
  readonly databaseUrl: string;
}

async function main({ databaseUrl, ...options }: MailProcessOrder): Promise<void> {
  await openMailRoom(databaseUrl, options);
  process.stdout.write('ready\n');
}

void main(JSON.parse(process.argv[2] ?? '{}') as MailProcessOrder);
