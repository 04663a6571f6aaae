import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { InvariantBroken } from '@sr/kernel';
import { ProblemFilter } from '@sr/platform';
import { ApiModule, type ApiOptions } from './api.module';
import { serveDocumentation } from './documentation';
import { SERVER_OPTIONS, prepareServer } from './http-server';
import { describeApi, routesOf } from './openapi';
import { serveSecurityTxt, type SecurityTxt } from './security-txt';
import { serveWeb } from './web';

/** The version of the API, first in every path. */
export const API_PREFIX = 'v1';

/** What a process serves, besides what its modules are told. */
export interface ServedOptions extends ApiOptions {
  /** The folder of the web application, served on every address that the API does not have. */
  readonly web?: string | undefined;
  readonly securityTxt?: SecurityTxt | null;
}

/** The API, ready to listen: the same for the process, for the standalone product and for tests. */
export async function createApi({ web, securityTxt, ...options }: ServedOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(SERVER_OPTIONS);
  prepareServer(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), adapter, {
    bodyParser: false,
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX);
  const document = describeApi(app);
  refuseOpenRoutes(document);
  app.useGlobalFilters(new ProblemFilter(methodsOf(document)));
  serveDocumentation(adapter.getInstance(), `/${API_PREFIX}`, document);
  if (securityTxt) serveSecurityTxt(adapter.getInstance(), securityTxt);
  if (web !== undefined) serveWeb(adapter.getInstance(), web);
  return app;
}

/** Every route says whom it is for. One that does not would be open or dead by accident; the product does not start. */
function refuseOpenRoutes(document: OpenAPIObject): void {
  const open = routesOf(document).filter(({ operation }) => operation['x-permission'] === undefined);
  if (open.length > 0) {
    const names = open.map(({ method, path }) => `${method} ${path}`).join(', ');
    throw new InvariantBroken('every route says whom it is for', names);
  }
}

/** Which methods a path has, by the document. */
function methodsOf(document: OpenAPIObject): (path: string) => string[] {
  const routes = routesOf(document).map(({ method, path }) => ({
    method,
    shape: new RegExp(`^/${API_PREFIX}${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  return (path) => routes.filter(({ shape }) => shape.test(path)).map(({ method }) => method);
}
