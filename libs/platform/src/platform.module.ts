import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock, SystemClock } from './clock/clock';
import { Db } from './database/db';

export interface PlatformOptions {
  /** The application's connection: a role that owns no table. */
  readonly database: DataSourceOptions;
  /** The clock of the product; the system's unless a history is played. */
  readonly clock?: Clock;
}

/** What every library stands on: the database and the clock. The only dynamic module. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => new DataSource(options.database).initialize() },
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        Db,
      ],
      exports: [Db, Clock],
    };
  }
}
