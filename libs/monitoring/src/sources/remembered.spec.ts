import type { Reader } from '@sr/platform';
import { Remembered } from './remembered';

it('asks once for each key in a reading, and again in another', async () => {
  const lengths = new Remembered<number>();
  const asked: (readonly string[])[] = [];
  const get = async (reader: Reader, ...keys: string[]) => [
    ...(await lengths.get(reader, keys, (missing) => {
      asked.push(missing);
      return Promise.resolve(new Map(missing.filter((key) => key !== '').map((key) => [key, key.length])));
    })),
  ];
  const [one, other] = [{} as Reader, {} as Reader];
  expect(await get(one, 'a', 'bb', 'a')).toEqual([
    ['a', 1],
    ['bb', 2],
  ]);
  expect(await get(one, 'bb', 'ccc', '')).toEqual([
    ['bb', 2],
    ['ccc', 3],
  ]);
  expect(await get(one, 'a')).toEqual([['a', 1]]);
  expect(await get(other, 'a')).toEqual([['a', 1]]);
  expect(asked).toEqual([['a', 'bb'], ['ccc', ''], ['a']]);
});
