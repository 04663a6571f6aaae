import { Together } from './together';

describe('what is asked at the same time', () => {
  it('is done in one go, while the first is at work', async () => {
    const goes: number[][] = [];
    const doubled = new Together<number, number>(async (all) => {
      goes.push([...all]);
      await Promise.resolve();
      return all.map((one) => one * 2);
    });
    expect(await Promise.all([1, 2, 3].map((one) => doubled.ask(one)))).toEqual([2, 4, 6]);
    expect(await doubled.ask(4)).toBe(8);
    expect(goes).toEqual([[1], [2, 3], [4]]);
  });

  it('is done one by one when it fails, and only who is wrong hears of it', async () => {
    const goes: number[][] = [];
    const odd = new Together<number, string>((all) => {
      goes.push([...all]);
      return all.includes(3) ? Promise.reject(new Error('three')) : Promise.resolve(all.map(String));
    });
    const answers = await Promise.allSettled([1, 2, 3, 4].map((one) => odd.ask(one)));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([
      '1',
      '2',
      'failed',
      '4',
    ]);
    expect(goes).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  });
});
