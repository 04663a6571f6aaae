import type { JobSettings } from './job';
import { JobRegistry } from './job-registry';

const SETTINGS: JobSettings = {
  attempts: 1,
  backoff: { delayMs: 1, mostMs: 1 },
  concurrency: 1,
};
const nothing = async (): Promise<void> => undefined;

/** A registry in which all fits: `test.happened` starts `test.tell`, which is also daily; nobody hears `test.unheard`. */
function whole(): JobRegistry {
  const registry = new JobRegistry();
  registry.handle('test.tell', SETTINGS, nothing);
  registry.onEvent('test.happened', 'test.tell');
  registry.noListener('test.unheard');
  registry.daily('test.tell', '07:00');
  return registry;
}
const EVENTS = ['test.happened', 'test.unheard'];

describe('the registry of jobs', () => {
  it('takes what fits, and knows which jobs an event starts', () => {
    const registry = whole();
    expect(() => registry.check(EVENTS)).not.toThrow();
    expect(registry.events()).toEqual(
      new Map([
        ['test.happened', ['test.tell']],
        ['test.unheard', []],
      ]),
    );
    expect(registry.dailyJobs()).toEqual([{ name: 'test.tell', at: '07:00' }]);
    expect(registry.jobs().map(({ name }) => name)).toEqual(['test.tell']);
  });

  it.each<[string, (registry: JobRegistry) => void, readonly string[], string]>([
    [
      'an event without a listener',
      () => undefined,
      [...EVENTS, 'test.new'],
      'event test.new: has no listener; list it with noListener when that is meant',
    ],
    [
      'an event that no library tells',
      (r) => r.onEvent('test.typo', 'test.tell'),
      EVENTS,
      'event test.typo: no library tells it',
    ],
    [
      'an unheard event that no library tells',
      (r) => r.noListener('test.gone'),
      EVENTS,
      'event test.gone: no library tells it',
    ],
    [
      'an event that is listed as unheard, and is heard',
      (r) => r.noListener('test.happened'),
      EVENTS,
      'event test.happened: is listed without a listener, and has one',
    ],
    [
      'an event whose job has no handler',
      (r) => r.onEvent('test.unheard', 'test.nobody'),
      EVENTS,
      'job test.nobody: has no handler',
    ],
    [
      'a daily job without a handler',
      (r) => r.daily('test.nobody', '07:00'),
      EVENTS,
      'job test.nobody: has no handler',
    ],
    [
      'a job that is handled twice',
      (r) => r.handle('test.tell', SETTINGS, nothing),
      EVENTS,
      'job test.tell: is handled twice',
    ],
    ['a job that is daily twice', (r) => r.daily('test.tell', '08:00'), EVENTS, 'job test.tell: is daily twice'],
    [
      'an event that starts a job twice',
      (r) => r.onEvent('test.happened', 'test.tell'),
      EVENTS,
      'event test.happened: starts job test.tell twice',
    ],
    [
      'a time that is none',
      (r) => r.daily('test.other', '24:00'),
      EVENTS,
      'job test.other: 24:00 is no time of day like 07:00',
    ],
    [
      'a name that is none',
      (r) => r.handle('test:tell', SETTINGS, nothing),
      EVENTS,
      'job test:tell: is not named library.do-something',
    ],
  ])('refuses %s', (_what, change, events, line) => {
    const registry = whole();
    change(registry);
    expect(() => registry.check(events)).toThrow(line);
  });

  it('tells all faults at once', () => {
    const registry = whole();
    registry.daily('test.nobody', '7:00');
    registry.onEvent('test.typo', 'test.nobody');
    expect(() => registry.check(EVENTS)).toThrow(
      [
        'job test.nobody: 7:00 is no time of day like 07:00',
        'event test.typo: no library tells it',
        'job test.nobody: has no handler',
      ].join('\n'),
    );
  });
});
