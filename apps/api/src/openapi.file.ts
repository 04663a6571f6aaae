import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './api.module';
import { describeApi } from './openapi';

/** The document of the API without a database: Nest looks at the modules, and makes nothing of what they provide. */
export async function documentOfApi(): Promise<OpenAPIObject> {
  // Nobody connects to it.
  const database = { type: 'postgres' as const, url: 'postgres://nobody@localhost/none' };
  const options = { database, signIn: { demo: true, secureCookies: true } };
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), new FastifyAdapter(), {
    preview: true,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  return describeApi(app);
}

/** A document as the committed file has it. */
export const textOf = (document: OpenAPIObject): string => `${JSON.stringify(document, null, 2)}\n`;
