import { Controller, Get } from '@nestjs/common';
import { THE_PRODUCT } from '@sr/kernel';
import { Public } from '@sr/identity';
import { Choice, Db } from '@sr/platform';

/** The answer of a process that can serve. */
export class HealthAnswer {
  @Choice(['ok'], { description: 'Always ok; a process that cannot serve answers 503.' })
  readonly status!: 'ok';
}

/** Whether this process can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** `{"status":"ok"}` when the database answers; 503 `database.unavailable` when it does not. */
  @Get()
  @Public({ summary: 'See whether this process can serve', answers: HealthAnswer })
  async readHealth(): Promise<HealthAnswer> {
    await this.db.read(THE_PRODUCT, (reader) => reader.query('select 1'));
    return { status: 'ok' };
  }
}
