import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter, type PlatformOptions } from '@sr/platform';
import { ApiModule } from './api.module';

/** The version of the API, first in every path. */
export const API_PREFIX = 'v1';

/** The API, ready to listen: the same for the process, for the standalone product and for tests. */
export async function createApi(options: PlatformOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), new FastifyAdapter(), {
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX);
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
