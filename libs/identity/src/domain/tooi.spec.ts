import { isTooi } from './tooi';

describe('isTooi', () => {
  it.each(['mnre1130', 'oorg10032'])('knows %s', (text) => {
    expect(isTooi(text)).toBe(true);
  });

  it.each(['', 'mnre113', 'mnre11300', 'oorg1003', 'MNRE1130', 'gm0363', ' mnre1130', 'mnre1130\n'])(
    'refuses %j',
    (text) => {
      expect(isTooi(text)).toBe(false);
    },
  );
});
