import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Social Return tracker: the API</title>
  <link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="docs/swagger-ui-bundle.js"></script>
  <script src="docs/start.js"></script>
</body>
</html>`;

/** Runs in the page: sends the token of the session along with every request, as every client has to. */
const START = `window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'none',
  tagsSorter: 'alpha',
  filter: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const token = /sr_csrf=([^;]+)/.exec(document.cookie)?.[1];
    if (token) request.headers['X-CSRF-Token'] = token;
    return request;
  },
});`;

const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'));
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Serves the document of the API to every program, and a page on which people read it and try it out. */
export function serveDocumentation(server: FastifyInstance, prefix: string, document: OpenAPIObject): void {
  const text = JSON.stringify(document);
  server.get(`${prefix}/openapi.json`, (_request, reply) =>
    reply.header('access-control-allow-origin', '*').type('application/json').send(text),
  );
  server.get(`${prefix}/docs`, (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get(`${prefix}/docs/start.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  for (const [name, type] of Object.entries(FILES)) {
    const file = readFileSync(join(SWAGGER_UI, name));
    server.get(`${prefix}/docs/${name}`, (_request, reply) => reply.type(type).send(file));
  }
}
