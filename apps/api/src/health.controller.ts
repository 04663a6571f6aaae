import { Controller, Get } from '@nestjs/common';
import { Db } from '@sr/platform';

/** Whether this process can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** `{"status":"ok"}` when the database answers; 503 `database.unavailable` when it does not. */
  @Get()
  async health(): Promise<{ status: 'ok' }> {
    await this.db.read((reader) => reader.query('select 1'));
    return { status: 'ok' };
  }
}
