import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** Problems that every page may get: nobody is signed in, or the product has no example to choose from. */
const ALWAYS_EXPECTED: readonly Expected[] = [/^401 GET \/v1\/session$/, /^404 GET \/v1\/demo-accounts$/];

/** What a line about an answer looks like that a walk expects, e.g. `/^409 POST \/v1\/plans\//`. */
export type Expected = RegExp;

/** What a browser reports for every answer of 400 or more; told apart by the answer itself. */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of \d+/;
/** A request that was given up, because somebody went to another page. */
const GIVEN_UP = 'net::ERR_ABORTED';

/** Everything that a page complained about: its console, faults in its scripts, and requests that failed. */
export class Complaints {
  private readonly lines: string[] = [];
  private readonly expected: Expected[] = [...ALWAYS_EXPECTED];

  constructor(page: Page) {
    page.on('console', (message) => this.hearConsole(message));
    page.on('pageerror', (error) => this.lines.push(`fault in a script: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => this.hearFailure(request));
    page.on('response', (response) => this.hearAnswer(response));
  }

  /** From now on, these answers of the API are part of the walk. */
  expect(...answers: readonly Expected[]): void {
    this.expected.push(...answers);
  }

  /** What was heard since the last time. */
  take(): string[] {
    return this.lines.splice(0);
  }

  private hearConsole(message: ConsoleMessage): void {
    if (!['error', 'warning'].includes(message.type()) || FAILED_ANSWER.test(message.text())) return;
    this.lines.push(`console ${message.type()}: ${message.text()}`);
  }

  private hearFailure(request: Request): void {
    const why = request.failure()?.errorText ?? 'failed';
    if (why !== GIVEN_UP) this.lines.push(`${why}: ${request.method()} ${request.url()}`);
  }

  private hearAnswer(response: Response): void {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    const line = `${response.status()} ${response.request().method()} ${pathname}`;
    const isProblem = response.headers()['content-type']?.startsWith('application/problem+json') ?? false;
    if (isProblem && response.status() < 500 && this.expected.some((expected) => expected.test(line))) return;
    this.lines.push(`answer: ${line}`);
  }
}
